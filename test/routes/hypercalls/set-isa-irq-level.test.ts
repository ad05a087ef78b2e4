import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  return {
    hvmop: (body: object, domid = 1) => post(`/domains/${domid}/hvmop/set_isa_irq_level`, body),
    dmop: (body: object) => post('/domains/1/dmop/set_isa_irq_level', body),
    irqs: async () => (await get('/domains/1/irqs')).body,
  };
}

describe('set_isa_irq_level', () => {
  it('does move a line up and down, however often it is told', async () => {
    const { dmop, hvmop, irqs } = await setup();
    expect((await dmop({ isa_irq: 12, level: 1 })).body).toEqual({ rc: 0 });
    await hvmop({ isa_irq: 12, level: 1 });
    expect(await irqs()).toMatchObject({
      isa_irqs: [12],
      gsis: [{ gsi: 12, asserted_by: 1 }],
      pics: { master: { irr: 4 }, slave: { irr: 16 } },
    });

    await dmop({ isa_irq: 12, level: 0 });
    expect(await irqs()).toMatchObject({ isa_irqs: [], gsis: [] });
  });

  it('does wire line 0 to pin 2 of the I/O APIC', async () => {
    const { dmop, irqs } = await setup();

    await dmop({ isa_irq: 0, level: 1 });

    expect((await irqs()).gsis).toEqual([{ gsi: 2, asserted_by: 1 }]);
  });

  it('answers errno EINVAL for a 17th line, for a level above 1', async () => {
    const { dmop, hvmop } = await setup();

    expect(verdictOf(await dmop({ isa_irq: 16, level: 0 }))).toBe('EINVAL');
    expect(verdictOf(await dmop({ isa_irq: 5, level: 2 }))).toBe('EINVAL');
    expect(verdictOf(await hvmop({ isa_irq: 16, level: 0 }, 9))).toBe('EINVAL');
  });

  it('refuses what would take the host down: a line of a domain without 8259s', async () => {
    const { dmop, irqs } = await setup({ emulation: 'lapic' });

    const refusal = await dmop({ isa_irq: 5, level: 1 });

    expect(refusal.body).toMatchObject({
      type: 'urn:fakexen:hazard:host_panic',
      status: 409,
      detail: 'ISA line 5 goes up in a domain without 8259s',
    });
    expect(await irqs()).toMatchObject({ isa_irqs: [], gsis: [] });
  });

  it.each([
    ['more than 8 bits', { isa_irq: 256, level: 1 }],
    ['no level', { isa_irq: 5 }],
  ])('does not let in %s', async (_, body) => {
    const { dmop } = await setup();

    expect((await dmop(body)).status).toBe(400);
  });
});
