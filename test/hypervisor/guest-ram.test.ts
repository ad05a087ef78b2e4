import { describe, expect, it } from 'vitest';
import { gpa, INVALID_MFN } from '../../src/hypervisor/abi/frames.js';
import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { errno, hostWithRam } from '../support/host.js';

describe('GuestRam', () => {
  it('reads what was written, across pages that are not neighbours in the machine', () => {
    const { d1 } = hostWithRam(4);
    const [one, two] = [d1.p2m.query(1).mfn, d1.p2m.query(2).mfn];
    d1.p2m.setPage(1, two, P2MT.ram_rw, 7);
    d1.p2m.setPage(2, one, P2MT.ram_rw, 7);

    d1.ram.write(gpa(0x1ffe), Uint8Array.of(1, 2, 3, 4));

    expect(d1.ram.read(gpa(0x1ffd), 6)).toEqual(Uint8Array.of(0, 1, 2, 3, 4, 0));
    expect(d1.machine.page(one)?.slice(0, 2)).toEqual(Uint8Array.of(3, 4));
    expect([...d1.machine.contents()].map(([mfn]) => mfn)).toEqual([two, one]);
  });

  it('reads zeros where nothing was written', () => {
    expect(hostWithRam(4).d1.ram.read(gpa(0x1000), 3)).toEqual(new Uint8Array(3));
  });

  it.each([P2MT.ram_ro, P2MT.ioreq_server, P2MT.ram_logdirty])(
    'does not mind p2m type %i',
    (type) => {
      const { d1 } = hostWithRam(4);
      d1.p2m.setPage(1, d1.p2m.query(1).mfn, type, 7);

      d1.ram.write(gpa(0x1000), Uint8Array.of(9));

      expect(d1.ram.read(gpa(0x1000), 1)).toEqual(Uint8Array.of(9));
    },
  );

  it('answers EINVAL where there is no RAM, and has written nothing then', () => {
    const { d1 } = hostWithRam(2);

    expect(() => {
      d1.ram.write(gpa(0x1fff), Uint8Array.of(1, 2));
    }).toThrow(errno('EINVAL', 'gfn 0x2 is no RAM'));
    expect(d1.ram.read(gpa(0x1fff), 1)).toEqual(Uint8Array.of(0));
    d1.p2m.setPage(1, d1.p2m.query(1).mfn, P2MT.mmio_dm, 7);
    expect(() => d1.ram.read(gpa(0x1000), 1)).toThrow(errno('EINVAL'));
    d1.p2m.setPage(1, INVALID_MFN, P2MT.ram_paged, 7);
    expect(() => d1.ram.read(gpa(0x1000), 1)).toThrow(errno('EINVAL', 'gfn 0x1 is no RAM'));
  });

  it('populates what is populated on demand', () => {
    const { d1 } = hostWithRam(4);
    d1.p2m.pod.fill(1);
    d1.p2m.pod.mark(8, 0);

    d1.ram.write(gpa(0x8000), Uint8Array.of(5));

    expect(d1.p2m.typeOf(8)).toBe(P2MT.ram_rw);
  });
});
