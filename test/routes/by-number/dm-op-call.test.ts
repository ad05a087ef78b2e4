import { describe, expect, it } from 'vitest';
import type { DomainSpec } from '../../../src/hypervisor/domain-spec.js';
import type { ProfileName } from '../../../src/hypervisor/index.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { startLogDirty } from '../../../src/hypervisor/p2m/dirty-tracking.js';
import { buffersOf, viewOf } from '../../../src/routes/by-number/buffers.js';
import { callDmOp } from '../../../src/routes/by-number/dm-op-call.js';
import { BAD, buffers, dmOp, packed, type Sent } from '../../support/buffers.js';
import { hostWithRam } from '../../support/host.js';

const CREATE = 1;
const GET_INFO = 2;
const TRACK_DIRTY_VRAM = 7;
const MODIFIED_MEMORY = 11;
const SET_MEM_TYPE = 12;
const MAP_MEM_TYPE = 15;
const RELOCATE_MEMORY = 17;
const SET_IRQ_LEVEL = 19;
const NR_VCPUS = 20;

function setup(spec: DomainSpec = {}) {
  const { host, d1 } = hostWithRam(8, spec);
  const call = (all: readonly Sent[], { domid = 1, caller = 0 } = {}) =>
    callDmOp({ host, caller, domid }, buffersOf(viewOf(buffers(...all))));
  return { host, d1, call };
}

describe('callDmOp', () => {
  it('does what the struct says and writes what the operation answers', () => {
    const { host } = setup();
    const body = viewOf(buffers(dmOp(CREATE)));

    expect(callDmOp({ host, domid: 1 }, buffersOf(body))).toBe(0);
    expect(callDmOp({ host, domid: 1 }, buffersOf(body))).toBe(0);

    expect([body.getUint32(8, true), body.getUint16(8 + 12, true)]).toEqual([CREATE, 1]);
  });

  // prettier-ignore
  it.each<[profile: ProfileName, all: readonly Sent[], rc: number, why: string]>([
    // profile  buffers                                          rc    why
    ['4.17', [],                                                 -61, 'no buffer at all'],
    ['4.9',  [],                                                 -14, 'no buffer at all, where Xen only follows it'],
    ['4.17', [dmOp(NR_VCPUS), BAD, BAD],                         -7,  'three buffers'],
    ['4.9',  [BAD, BAD, BAD],                                    -7,  'three buffers'],
    ['4.17', [BAD],                                              -14, 'a bad pointer'],
    ['4.17', [dmOp(NR_VCPUS, undefined, { size: 7 })],           -14, 'not even a header'],
    ['4.17', [dmOp(99, undefined, { size: 8, pad: 1 })],         -95, 'an unknown operation, whatever the pad'],
    ['4.9',  [dmOp(99, undefined, { pad: 1 })],                  -22, 'a pad, before what the operation is'],
    ['4.9',  [dmOp(99)],                                         -95, 'an unknown operation'],
    ['4.9',  [dmOp(NR_VCPUS)],                                   -95, 'an operation that came later'],
    ['4.17', [dmOp(NR_VCPUS, undefined, { size: 11 })],          -14, 'less than the operation has'],
    ['4.17', [dmOp(NR_VCPUS, undefined, { size: 12 })],          0,   'just enough'],
    ['4.9',  [dmOp(CREATE, undefined, { size: 31 })],            -14, 'less than the whole'],
    ['4.17', [dmOp(NR_VCPUS, undefined, { size: 12, pad: 1 })],  -22, 'a pad'],
    ['4.17', [dmOp(0, undefined, { size: 8 })],                  -95, 'a hole of the table'],
    ['4.17', [dmOp(0, undefined, { size: 8, pad: 1 })],          -22, 'a pad of a hole'],
    ['4.17', [dmOp(SET_IRQ_LEVEL, undefined, { size: 8 })],      -95, 'an operation of Arm'],
    ['4.8',  [dmOp(CREATE)],                                     -38, 'a Xen without dm_op'],
    ['v6',   [],                                                 -38, 'a Xen without dm_op'],
  ])('on %s, %#: %i for what has %s', (profile, all, rc) => {
    const { call } = setup({ profile });
    expect(call(all)).toBe(rc);
  });

  it('checks in order: the count, the domain, the caller, the buffer', () => {
    const { call, host } = setup();
    host.createDomain({ specialPages: false, memoryMib: 1 });
    host.createDomain({ type: 'pv' });
    host.createDomain({ type: 'pv', profile: '4.9' });

    expect(call([], { domid: 9 })).toBe(-61);
    expect(call([BAD], { domid: 9 })).toBe(-3);
    expect(call([BAD], { domid: 1, caller: 1 })).toBe(-1);
    expect(call([BAD], { domid: 1, caller: 2 })).toBe(-1);
    expect(call([BAD], { domid: 3 })).toBe(-22);
    expect(call([BAD], { domid: 4 })).toBe(0);
    expect(call([BAD], { domid: 1, caller: 9 })).toBe(-3);
  });

  it('does not ask which calls by name the domain keeps to', () => {
    expect(setup({ knobs: { dm_interface: 'hvmop' } }).call([dmOp(NR_VCPUS)])).toBe(0);
  });

  it('leaves alone what the operation does not write', () => {
    const { host, call } = setup();
    const body = buffers(dmOp(GET_INFO, packed([2, 0], [2, 1], [4, 0x1234], [8, 0x5678n])));
    expect(call([dmOp(CREATE)])).toBe(0);

    expect(callDmOp({ host, domid: 1 }, buffersOf(viewOf(body)))).toBe(0);

    expect(body.readUInt32LE(8 + 12)).toBe(0x1234);
    expect(body.readUInt32LE(8 + 16)).toBe(0x5678);
  });

  it('wants the second buffer where it is used, and follows it only then', () => {
    const { call } = setup();
    const track = dmOp(TRACK_DIRTY_VRAM, packed([4, 8], [4, 0], [8, 0]));
    const modified = dmOp(MODIFIED_MEMORY, packed([4, 1], [4, 0]));

    expect([call([track]), call([modified])]).toEqual([-22, -22]);
    expect([call([track, BAD]), call([modified, BAD])]).toEqual([-14, 0]);
    expect([call([track, new Uint8Array(0)]), call([track, new Uint8Array(1)])]).toEqual([-22, 0]);
    expect(call([dmOp(NR_VCPUS), BAD])).toBe(0);
  });

  it('takes a buffer of extents that is lacking in 4.9 for one that holds none', () => {
    const { call, d1 } = setup({ profile: '4.9' });
    const modified = (nr: number) => dmOp(MODIFIED_MEMORY, packed([4, nr], [4, 0]));

    expect([call([modified(1)]), call([dmOp(TRACK_DIRTY_VRAM)])]).toEqual([0, -22]);
    startLogDirty(d1.p2m, true);
    expect([call([modified(1)]), call([modified(0)])]).toEqual([-22, 0]);
  });

  it('writes the bitmap into the second buffer', () => {
    const { host } = setup();
    const track = dmOp(TRACK_DIRTY_VRAM, packed([4, 8], [4, 0], [8, 0]));
    const body = buffers(track, new Uint8Array(2));

    expect(callDmOp({ host, domid: 1 }, buffersOf(viewOf(body)))).toBe(0);
    expect([...body.subarray(-2)]).toEqual([0xff, 0]);
  });

  it.each([
    [
      'set_mem_type',
      SET_MEM_TYPE,
      [
        [4, 600],
        [2, 1],
        [2, 0],
        [8, 3],
      ],
      [
        [4, 344],
        [2, 1],
        [2, 0],
        [8, 0x103],
      ],
    ],
    [
      'modified_memory',
      MODIFIED_MEMORY,
      [
        [4, 1],
        [4, 0],
      ],
      [
        [4, 1],
        [4, 0x100],
      ],
    ],
    [
      'relocate_memory',
      RELOCATE_MEMORY,
      [
        [4, 3],
        [4, 0],
        [8, 5],
        [8, 2000],
      ],
      [
        [4, 2],
        [4, 0],
        [8, 6],
        [8, 2001],
      ],
    ],
  ] as const)(
    'leaves in the struct where a %s goes on that has stopped',
    async (_, op, sent, left) => {
      const { host, d1 } = hostWithRam(1024);
      startLogDirty(d1.p2m, true);
      const body = buffers(dmOp(op, packed(...sent)), packed([4, 600], [4, 0], [8, 3]));
      const to = { host, domid: 1 };

      expect(callDmOp({ ...to, preemptAfter: 1 }, buffersOf(viewOf(body)))).toBe(-85);
      const struct = packed(...left);
      expect(body.subarray(16, 16 + struct.length)).toEqual(struct);
      expect(await callDmOp(to, buffersOf(viewOf(body)))).toBe(0);
    },
  );

  it('leaves in the struct how far a claim has been swept away', () => {
    const { host, d1 } = hostWithRam(1024);
    const map = (flags: number) =>
      buffers(dmOp(MAP_MEM_TYPE, packed([2, 0], [2, 4], [4, flags], [8, 0])));
    const call = (body: Buffer) =>
      callDmOp({ host, domid: 1, preemptAfter: 1 }, buffersOf(viewOf(body)));
    expect([call(buffers(dmOp(CREATE))), call(map(2))]).toEqual([0, 0]);
    d1.p2m.changeTypeOne(700, P2MT.ram_rw, P2MT.ioreq_server);

    const body = map(0);
    expect([call(body), body.readBigUInt64LE(24)]).toEqual([-85, 0x100n]);
    expect([call(body), call(body), call(body)]).toEqual([-85, -85, 0]);
    expect(d1.p2m.entryCount).toBe(0);
  });

  // As recorded.
  it.each([
    ['4.17', 0x461],
    ['4.22', 0x462],
  ] as const)('%s leaves in the struct what a size above 16 bits has more', (profile, src) => {
    const { host } = hostWithRam(0x800, { profile });
    const body = buffers(dmOp(17, packed([4, 65537], [4, 0], [8, 0x460], [8, 0x8a0])));

    expect(callDmOp({ host, domid: 1 }, buffersOf(viewOf(body)))).toBe(0);

    const left = packed([4, 65536], [4, 0], [8, src], [8, src + 0x440]);
    expect(body.subarray(16, 40)).toEqual(left);
  });

  it('refuses reserved members of the struct', () => {
    const set = (pad: number) => dmOp(SET_MEM_TYPE, packed([4, 1], [2, 1], [2, pad], [8, 2]));
    const { call, d1 } = setup();

    expect([call([set(1)]), d1.p2m.typeOf(2)]).toEqual([-22, P2MT.ram_rw]);
    expect([call([set(0)]), d1.p2m.typeOf(2)]).toEqual([0, P2MT.ram_ro]);
  });
});
