import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

describe('GET /domains/{domid}/irqs', () => {
  it('tells of a domain to which nothing has happened', async () => {
    const { createDomain, get } = await api();
    await createDomain();
    const link = { isa_irq: 0, asserted_by: 0 };
    const pic = { irr: 0, isr: 0, imr: 0, elcr: 0, base: 0, output: false };

    expect((await get('/domains/1/irqs')).body).toEqual({
      pci_intx: [],
      isa_irqs: [],
      pci_links: [link, link, link, link],
      gsis: [],
      pics: { master: { ...pic, elcr: 4 }, slave: pic },
      io_apic: [],
      event_callback: { via: 'none', asserted: false },
      msis: [],
    });
  });

  it('has no controllers where local APICs are all', async () => {
    const { createDomain, get } = await api();
    await createDomain({ emulation: 'lapic' });

    const { body } = await get('/domains/1/irqs');

    expect([body.pics, body.io_apic]).toEqual([undefined, undefined]);
  });

  it('answers errno ESRCH for no domain, EINVAL for one that is PV', async () => {
    const { createDomain, get } = await api();
    await createDomain({ type: 'pv', hap: false });

    expect(verdictOf(await get('/domains/9/irqs'))).toBe('ESRCH');
    expect(verdictOf(await get('/domains/1/irqs'))).toBe('EINVAL');
  });
});
