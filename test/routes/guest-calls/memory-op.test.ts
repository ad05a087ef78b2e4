import { describe, expect, it } from 'vitest';
import { ERRNO } from '../../../src/hypervisor/index.js';
import { structOf } from '../../../src/cli/replay-xen/struct-bytes.js';
import { callingGuest, DOMID_SELF } from '../../support/hypercall.js';

const MEMORY_OP = 12;
const LIST = 0x800;

function setup(spec: object = {}) {
  const guest = callingGuest(spec);
  const op = (number: number, ...members: Parameters<typeof guest.call>[2]) =>
    guest.call(MEMORY_OP, number, members);
  const extent = (number: number, gfn: number, domid = DOMID_SELF) => {
    guest.memory.set(structOf([[gfn, 8]]), LIST);
    return op(number, [LIST, 8], [1, 8], [0, 4], [0, 4], [domid, 8]);
  };
  return { ...guest, op, extent };
}

describe('HYPERVISOR_memory_op', () => {
  it('tells a guest how much it has', () => {
    const { op, d1 } = setup();

    expect(op(3, [DOMID_SELF, 2])).toBe(4);
    expect(op(4, [DOMID_SELF, 2])).toBe(d1.maxPages);
    expect(op(14, [DOMID_SELF, 2])).toBe(3);
  });

  it('lets it give and take pages of its own, and nobody else’s', () => {
    const { extent, d1 } = setup();

    expect([extent(6, 0x20), d1.pages]).toEqual([1, 5]);
    expect([extent(1, 0x20), d1.pages]).toEqual([1, 4]);
    expect([extent(6, 0x20, 0), d1.pages]).toEqual([0, 4]);
    expect([extent(0, 0), d1.pages]).toEqual([1, 5]);
  });

  it('moves frames in its map', () => {
    const { op, memory, d1 } = setup();
    expect(op(7, [DOMID_SELF, 2], [0, 2], [0, 4], [0, 8], [0x30, 8])).toBe(0);
    expect(d1.memory.shared.has(d1.p2m.query(0x30).mfn)).toBe(true);
    expect(op(15, [DOMID_SELF, 8], [0x30, 8])).toBe(0);
    expect(op(7, [0, 2], [0, 2], [0, 4], [0, 8], [0x30, 8])).toBe(-ERRNO.EACCES);

    memory.set(
      structOf([
        [1, 8],
        [0x31, 8],
      ]),
      LIST,
    );
    const batch = [LIST, 8] as const;
    expect(op(23, [DOMID_SELF, 2], [2, 2], [1, 2], [0, 2], batch, [LIST + 8, 8], [0, 8])).toBe(0);
    expect(d1.p2m.query(1).mfn).not.toBe(d1.p2m.query(0x31).mfn);
  });

  // prettier-ignore
  it.each([
    ['a number without an operation',    29, 'ENOSYS'],
    ['a pod target of dom0',             16, 'EINVAL'],
    ['a claim with a list',              24, 'EINVAL'],
    ['access to itself',                 21, 'EPERM'],
    ['a resource, up to 4.17',           28, 'EACCES'],
  ] as const)('answers errno for %s', (_, number, errno) => {
    const { op } = setup({ profile: '4.17' });

    expect(op(number, [number === 21 ? 1 << 16 : DOMID_SELF, 8], [0, 56])).toBe(-ERRNO[errno]);
  });

  it('looks for the domain of a resource, in 4.22', () => {
    expect(setup({ profile: '4.22' }).op(28, [DOMID_SELF, 8], [0, 56])).toBe(-ERRNO.ESRCH);
  });
});
