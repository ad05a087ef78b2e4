import { describe, expect, it } from 'vitest';
import { IRQ_STATE } from '../../../src/cli/replay-xen/irq-state.js';
import { worldOf } from '../../support/replay.js';

describe('IRQ_STATE', () => {
  it('has the controllers as save records have them', async () => {
    const world = await worldOf('sf_x');
    await world.demand('POST', '/dmop/set_pci_intx_level', { device: 2, intx: 0, level: 1 });
    await world.demand('POST', '/dmop/set_isa_irq_level', { isa_irq: 5, level: 1 });
    const { out } = await IRQ_STATE['irq_state']!(world, {}, [], {});

    expect(out).toMatchObject({
      pci_irq: '00010000000000000000000000000000',
      isa_irq: '2000',
      pci_link: [0, 0, 0, 0],
      pic_irr: [32, 0],
      pic_elcr: [4, 0],
      ioapic_nonreset: [],
      lapic_irr: [],
      lapic_svr: '0xff',
    });
  });
});
