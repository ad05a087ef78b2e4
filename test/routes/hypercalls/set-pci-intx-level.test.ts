import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const PIN = { device: 3, intx: 0, level: 1 };
const HAZARD = 'urn:fakexen:hazard:host_panic';

async function setup(spec: object = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  return {
    hvmop: (body: object, domid = 1) => post(`/domains/${domid}/hvmop/set_pci_intx_level`, body),
    dmop: (body: object, domid = 1) => post(`/domains/${domid}/dmop/set_pci_intx_level`, body),
    route: (link: number, isa_irq: number) =>
      post('/domains/1/dmop/set_pci_link_route', { link, isa_irq }),
    irqs: async () => (await get('/domains/1/irqs')).body,
  };
}

describe('set_pci_intx_level', () => {
  it('does move a pin up, its interrupt and the ISA line of its link with it, and down', async () => {
    const { dmop, route, irqs } = await setup();
    await route(3, 11);

    expect((await dmop({ ...PIN, domain: 0, bus: 0 })).body).toEqual({ rc: 0 });
    await dmop(PIN);
    expect(await irqs()).toMatchObject({
      pci_intx: [{ device: 3, intx: 0, link: 3 }],
      gsis: [
        { gsi: 11, asserted_by: 1 },
        { gsi: 28, asserted_by: 1 },
      ],
      pics: { master: { irr: 4, output: true }, slave: { irr: 8 } },
    });

    await dmop({ ...PIN, level: 0 });
    expect(await irqs()).toMatchObject({ pci_intx: [], gsis: [], pics: { master: { irr: 0 } } });
  });

  // prettier-ignore
  it.each([
    ['a segment',       { ...PIN, domain: 1 }],
    ['a bus',           { ...PIN, bus: 1 }],
    ['a 33rd device',   { ...PIN, device: 32 }],
    ['a fifth pin',     { ...PIN, intx: 4 }],
    ['a level above 1', { ...PIN, level: 2 }],
  ])('answers errno EINVAL for %s', async (_, body) => {
    const { dmop } = await setup();

    expect(verdictOf(await dmop(body))).toBe('EINVAL');
  });

  it('answers errno EINVAL for a bad pin before ESRCH as an HVMOP, a bad level after it', async () => {
    const { hvmop, dmop } = await setup();

    expect(verdictOf(await hvmop({ ...PIN, device: 32 }, 9))).toBe('EINVAL');
    expect(verdictOf(await hvmop({ ...PIN, level: 2 }, 9))).toBe('ESRCH');
    expect(verdictOf(await dmop({ ...PIN, device: 32 }, 9))).toBe('ESRCH');
  });

  it('refuses what would take the host down', async () => {
    const { dmop, route, irqs } = await setup({ emulation: 'lapic' });
    expect(verdictOf(await dmop({ ...PIN, device: 4 }))).toBe('ok');
    await route(3, 5);

    const refusal = await dmop(PIN);

    expect([refusal.status, verdictOf(refusal)]).toEqual([409, HAZARD]);
    expect((await irqs()).pci_intx).toEqual([{ device: 4, intx: 0, link: 0 }]);
  });

  it.each([
    ['a boolean level', { ...PIN, level: true }],
    ['no device', { intx: 0, level: 1 }],
    ['a segment of 16 bits where the HVMOP has 8', { ...PIN, domain: 256 }],
  ])('does not let in %s', async (_, body) => {
    const { hvmop } = await setup();

    expect((await hvmop(body)).status).toBe(400);
  });
});
