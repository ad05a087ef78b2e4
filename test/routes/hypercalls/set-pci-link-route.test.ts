import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  return {
    hvmop: (body: object, domid = 1) => post(`/domains/${domid}/hvmop/set_pci_link_route`, body),
    dmop: (body: object) => post('/domains/1/dmop/set_pci_link_route', body),
    assertPin: () => post('/domains/1/dmop/set_pci_intx_level', { device: 4, intx: 0, level: 1 }),
    irqs: async () => (await get('/domains/1/irqs')).body,
  };
}

describe('set_pci_link_route', () => {
  it('does move what is asserted to the new line at once', async () => {
    const { dmop, assertPin, irqs } = await setup();
    await dmop({ link: 0, isa_irq: 5 });
    await assertPin();
    expect((await irqs()).pics.master.irr).toBe(0x20);

    expect((await dmop({ link: 0, isa_irq: 6 })).body).toEqual({ rc: 0 });
    expect(await irqs()).toMatchObject({
      pci_links: [{ isa_irq: 6, asserted_by: 1 }, {}, {}, {}],
      pics: { master: { irr: 0x40 } },
    });

    await dmop({ link: 0, isa_irq: 0 });
    expect((await irqs()).pics.master.irr).toBe(0);
  });

  it('answers errno EINVAL for a fifth link, for a 17th line', async () => {
    const { dmop, hvmop } = await setup();

    expect(verdictOf(await dmop({ link: 4, isa_irq: 5 }))).toBe('EINVAL');
    expect(verdictOf(await dmop({ link: 0, isa_irq: 16 }))).toBe('EINVAL');
    expect(verdictOf(await hvmop({ link: 4, isa_irq: 5 }, 9))).toBe('EINVAL');
  });

  it('refuses what would take the host down', async () => {
    const { dmop, assertPin } = await setup({ emulation: 'lapic' });
    await assertPin();

    expect(verdictOf(await dmop({ link: 0, isa_irq: 5 }))).toBe('urn:fakexen:hazard:host_panic');
    expect(verdictOf(await dmop({ link: 1, isa_irq: 5 }))).toBe('ok');
  });

  it('does not let in a link of more than 8 bits', async () => {
    const { dmop } = await setup();

    expect((await dmop({ link: 256, isa_irq: 5 })).status).toBe(400);
  });
});
