import { describe, expect, it } from 'vitest';
import { injectMsi } from '../../../src/hypervisor/hvm/inject-msi.js';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { errno, hostWithRam } from '../../support/host.js';

function setup(spec: object = {}) {
  const { d1 } = hostWithRam(4, { vcpus: 2, ...spec });
  d1.interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff);
  return {
    d1,
    inject: (addr: bigint, data: number) => {
      injectMsi(d1, { addr, data });
    },
    requested: () => d1.interrupts.apics.map(({ requested }) => [...requested]),
  };
}

describe('injectMsi', () => {
  it('reaches processors that are enabled, whatever the address says beside the destination', () => {
    const { d1, inject, requested } = setup();
    inject(0xfee0_0000n, 0x61);
    inject(0xfeef_f000n, 0x4062);
    inject(0n, 0x63);
    expect(requested()).toEqual([[0x61, 0x62, 0x63], []]);

    inject(0xfee0_2000n, 0x64);
    expect(requested()[1]).toEqual([]);
    expect(d1.interrupts.msis).toHaveLength(4);
  });

  it('reaches one of several, if it asks for the least busy', () => {
    const { inject, requested } = setup();

    inject(0xfeef_f000n, 0x167);

    expect(requested()).toEqual([[0x67], []]);
  });

  it('is mapped to a pirq without a vector', () => {
    const { d1, inject } = setup();

    inject(0xfee3_7000n, 0);
    inject(0xfee3_7000n, 0x700);

    expect(d1.interrupts.msiPirq).toBe(55);
  });

  // prettier-ignore
  it.each([
    ['ESRCH',  'the least busy where none is enabled', 0xfee0_2000n,           0x162, 'destination 2'],
    ['EINVAL', 'an SMI',                               0xfee0_0000n,           0x261, 'delivery mode 2'],
    ['EINVAL', 'an NMI',                               0xfee0_0000n,           0x461, 'delivery mode 4'],
    ['ERANGE', 'pirq 0',                               0xfee0_0000n,           0,     '0x0 is no pirq'],
    ['EINVAL', 'a pirq beyond the domain’s',           0xfee3_8000n,           0,     'no pirq 56'],
    ['ERANGE', 'a pirq of 32 bits',                    0x8000_0000_fee0_0000n, 0,     '0x80000000 is no pirq'],
  ])('answers %s for %s', (name, _, addr, data, says) => {
    const { d1, inject } = setup();

    expect(() => { inject(addr, data); }).toThrow(errno(name, says));
    expect(d1.interrupts.msis).toEqual([]);
  });

  it('answers EINVAL for a pirq of 32 bits in 4.22', () => {
    const { inject } = setup({ profile: '4.22' });

    expect(() => {
      inject(0xffff_ff00_fee0_0000n, 0);
    }).toThrow(errno('EINVAL'));
  });

  it('answers EBUSY for a second pirq', () => {
    const { inject } = setup();
    inject(0xfee1_0000n, 0);

    expect(() => {
      inject(0xfee0_1000n, 0);
    }).toThrow(errno('EBUSY', 'pirq 16'));
  });
});
