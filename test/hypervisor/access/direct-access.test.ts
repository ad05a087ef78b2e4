import { describe, expect, it } from 'vitest';
import {
  accessDirectly,
  fastFetch,
  fastRead,
  fastRmw,
  fastWrite,
} from '../../../src/hypervisor/access/direct-access.js';
import { HOLE, guestWithRam, preparedAccess } from '../../support/guest.js';

describe('fastRead, fastWrite, fastFetch and fastRmw', () => {
  it('reach RAM', () => {
    const { d1, ram } = guestWithRam();

    expect(fastWrite(d1, 0x3ff8, 8, 0x1122_3344_5566_7788n)).toBe(true);
    expect(fastRead(d1, 0x3ffa, 4)).toBe(0x3344_5566n);
    expect(fastFetch(d1, 0x3fff, 1)).toBe(0x11n);
    expect(fastRmw(d1, 0x3ff8, 1, (old) => old + 0xffn)).toBe(0x88n);
    expect(ram(0x3ff8, 2)).toEqual([0x87, 0x77]);
  });

  it.each([
    ['a page border', 0x3ffc],
    ['a hole', HOLE],
  ])('stop at %s', (_, gpa) => {
    const { d1 } = guestWithRam();

    expect(fastRead(d1, gpa, 8)).toBeUndefined();
    expect(fastFetch(d1, gpa, 8)).toBeUndefined();
    expect(fastWrite(d1, gpa, 8, 1n)).toBe(false);
    expect(fastRmw(d1, gpa, 8, (old) => old)).toBeUndefined();
  });

  it('stop where the EPT does not permit the access', () => {
    const { d1, retype } = guestWithRam();
    retype(3, 'ram_ro');

    expect(fastRead(d1, 0x3000, 8)).toBe(0n);
    expect(fastWrite(d1, 0x3000, 8, 1n)).toBe(false);
    expect(fastRmw(d1, 0x3000, 8, (old) => old)).toBeUndefined();
  });
});

describe('accessDirectly', () => {
  // prettier-ignore
  it.each([
    // request                                             does it
    [{ kind: 'read', gpa: 0x3000 },                        true],
    [{ kind: 'exec', gpa: 0x3000, size: 1 },               true],
    [{ kind: 'write', gpa: 0x3000 },                       true],
    [{ kind: 'rmw', gpa: 0x3000 },                         false],
    [{ kind: 'in', port: 0x80 },                           false],
    [{ kind: 'read', gpa: HOLE },                          false],
    [{ kind: 'exec', gpa: HOLE },                          false],
  ] as const)('of %o: %s', (request, does) => {
    expect(accessDirectly(preparedAccess(guestWithRam(), request))).toBe(does);
  });

  it('reads what cannot be executed', () => {
    const world = guestWithRam();
    world.retype(3, 'ram_rw', 'rw');
    const does = (kind: 'read' | 'exec') =>
      accessDirectly(preparedAccess(world, { kind, gpa: 0x3000, size: 1 }));

    expect([does('read'), does('exec')]).toEqual([true, false]);
  });

  it('leaves what is no size, and what has no address, to the long way', () => {
    const access = preparedAccess(guestWithRam());
    Object.assign(access, { request: { vcpu: 0, kind: 'read', gpa: 0, size: 16 } });
    expect(accessDirectly(access)).toBe(false);

    Object.assign(access, { request: { vcpu: 0, kind: 'read' } });
    expect(accessDirectly(access)).toBe(false);
  });
});
