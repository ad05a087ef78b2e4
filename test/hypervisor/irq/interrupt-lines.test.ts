import { describe, expect, it } from 'vitest';
import { XenBug } from '../../../src/hypervisor/abi/xen-bug.js';
import {
  gsiOfIsa,
  gsiOfPin,
  InterruptLines,
  linkOfPin,
} from '../../../src/hypervisor/irq/interrupt-lines.js';
import { IoApic } from '../../../src/hypervisor/irq/io-apic.js';
import { Pics } from '../../../src/hypervisor/irq/pics.js';

function setup() {
  const pics = new Pics();
  const ioApic = new IoApic({
    deliver: () => undefined,
    isAsserted: () => false,
    pin0Changed: () => undefined,
  });
  const lines = new InterruptLines({ ioApic, pics, needsIoApic: true });
  return { lines, pics, requested: () => [pics.master.requested, pics.slave.requested] };
}

const withoutControllers = (needsIoApic = false) =>
  new InterruptLines({ ioApic: undefined, pics: undefined, needsIoApic });

describe('the wiring', () => {
  // prettier-ignore
  it.each([
    [0,  0, 16, 0],
    [3,  0, 28, 3],
    [4,  1, 33, 1],
    [8,  0, 17, 0],
    [31, 3, 18, 2],
  ])('ties pin %i.%i to GSI %i and link %i', (device, pin, gsi, link) => {
    expect([gsiOfPin(device, pin), linkOfPin(device, pin)]).toEqual([gsi, link]);
  });

  it('ties ISA line 0 to GSI 2', () => {
    expect([gsiOfIsa(0), gsiOfIsa(1), gsiOfIsa(2)]).toEqual([2, 1, 2]);
  });
});

describe('InterruptLines', () => {
  it('hold up no ISA line by a pin whose link is not routed', () => {
    const { lines, requested } = setup();

    lines.assertPin(4, 0);

    expect([requested(), lines.gsiCount(0)]).toEqual([[0, 0], 0]);
    lines.deassertPin(4, 0);
    expect(lines.gsiCount(0)).toBe(0);
  });

  it('go up with the first wire only', () => {
    const { lines, pics, requested } = setup();
    lines.route(0, 5);
    lines.assertPin(4, 0);
    pics.acknowledge();

    lines.route(0, 5);
    expect(requested()).toEqual([0, 0]);

    lines.assertIsa(5);
    expect(requested()).toEqual([0, 0]);
  });

  it('leave the 8259s alone when a pin goes down', () => {
    const { lines, requested } = setup();
    lines.assertIsa(8);
    lines.assertPin(4, 0);

    lines.deassertPin(4, 0);

    expect(requested()).toEqual([0x04, 0x01]);
  });

  it('do not count how often a pin is asserted', () => {
    const { lines } = setup();
    lines.assertPin(3, 0);
    lines.assertPin(3, 0);
    expect([lines.isPinAsserted(3, 0), lines.gsiCount(28), lines.linkCount(3)]).toEqual([
      true,
      1,
      1,
    ]);

    lines.deassertPin(3, 0);
    lines.deassertPin(3, 0);
    expect([lines.isPinAsserted(3, 0), lines.gsiCount(28), lines.linkCount(3)]).toEqual([
      false,
      0,
      0,
    ]);
  });

  it('hold an ISA line up as long as one of the pins of its link is', () => {
    const { lines, requested } = setup();
    lines.route(0, 5);
    lines.assertPin(4, 0);
    lines.assertPin(8, 0);
    lines.deassertPin(4, 0);
    expect([requested(), lines.gsiCount(5)]).toEqual([[0x20, 0], 1]);

    lines.deassertPin(8, 0);
    expect(requested()).toEqual([0, 0]);
  });

  it('move what is up to the new line when a link is routed anew', () => {
    const { lines, requested } = setup();
    lines.assertPin(4, 0);
    lines.route(0, 5);
    expect([requested(), lines.gsiCount(0)]).toEqual([[0x20, 0], 0]);

    lines.route(0, 6);
    expect([requested(), lines.routeOf(0)]).toEqual([[0x40, 0], 6]);

    lines.route(0, 6);
    lines.route(0, 0);
    expect([requested(), lines.gsiCount(6)]).toEqual([[0, 0], 0]);

    lines.route(0, 12);
    expect(requested()).toEqual([0x04, 0x10]);
  });

  it('share a GSI between an ISA line and a link', () => {
    const { lines, requested } = setup();
    lines.route(0, 5);
    lines.assertPin(4, 0);
    lines.assertIsa(5);
    lines.assertIsa(5);
    expect(lines.gsiCount(5)).toBe(2);

    lines.deassertPin(4, 0);
    expect(requested()).toEqual([0x20, 0]);

    lines.deassertIsa(5);
    lines.deassertIsa(5);
    expect([requested(), lines.isIsaAsserted(5), lines.gsiCount(5)]).toEqual([[0, 0], false, 0]);
  });

  it('leave line 0 requested if line 2 held their GSI up longest, as Xen does', () => {
    const { lines, requested } = setup();
    lines.assertIsa(0);
    lines.assertIsa(2);

    lines.deassertIsa(0);
    lines.deassertIsa(2);

    expect([requested(), lines.gsiCount(2)]).toEqual([[0x01, 0], 0]);
  });

  it('go on as they were after they were restored', () => {
    const { lines } = setup();
    lines.route(0, 5);
    lines.assertPin(4, 0);
    lines.assertIsa(6);
    const { lines: restored, requested } = setup();

    restored.restore(lines.save());
    expect(restored.save()).toEqual(lines.save());
    expect([restored.routeOf(0), restored.gsiCount(5), restored.gsiCount(6)]).toEqual([5, 1, 1]);

    restored.route(0, 7);
    expect([restored.isPinAsserted(4, 0), restored.isIsaAsserted(6), requested()]).toEqual([
      true,
      true,
      [0x80, 0],
    ]);
  });

  describe('of a domain that has local APICs only', () => {
    it('take PCI pins, and ISA line 2', () => {
      const lines = withoutControllers();
      lines.route(3, 2);
      lines.assertPin(3, 0);
      lines.assertIsa(2);

      expect([lines.gsiCount(28), lines.gsiCount(2)]).toEqual([1, 2]);
      lines.deassertIsa(2);
      lines.deassertPin(3, 0);
      expect([lines.gsiCount(28), lines.gsiCount(2)]).toEqual([0, 0]);
    });

    it('take a route while nothing holds the link up, and none while something does', () => {
      const lines = withoutControllers();
      lines.assertPin(3, 0);
      lines.route(3, 2);

      lines.route(3, 0);
      lines.deassertPin(3, 0);
      lines.route(3, 7);

      expect([lines.routeOf(3), lines.gsiCount(7)]).toEqual([7, 0]);
    });

    it.each([
      ['an ISA line', 5, (lines: InterruptLines) => lines.assertIsa(5)],
      [
        'a pin whose link is routed',
        7,
        (lines: InterruptLines) => {
          lines.route(3, 7);
          lines.assertPin(3, 0);
        },
      ],
      [
        'a route of a link that is up',
        7,
        (lines: InterruptLines) => {
          lines.assertPin(3, 0);
          lines.route(3, 7);
        },
      ],
    ])('refuse %s as what would take the host down', (_, line, act) => {
      const lines = withoutControllers();

      expect(() => {
        act(lines);
      }).toThrow(new XenBug(`ISA line ${line} goes up in a domain without 8259s`));

      expect([lines.isIsaAsserted(5), lines.gsiCount(5), lines.gsiCount(7)]).toEqual([false, 0, 0]);
    });

    it('take an ISA line that is no edge', () => {
      const lines = withoutControllers();
      lines.assertIsa(2);

      lines.assertIsa(0);

      expect(lines.gsiCount(2)).toBe(2);
    });

    it('refuse every edge before 4.9', () => {
      const lines = withoutControllers(true);
      expect(() => {
        lines.assertPin(3, 0);
      }).toThrow(new XenBug('GSI 28 goes up in a domain without an I/O APIC'));

      lines.raise(28);
      lines.assertPin(3, 0);
      expect(lines.gsiCount(28)).toBe(2);
    });
  });
});
