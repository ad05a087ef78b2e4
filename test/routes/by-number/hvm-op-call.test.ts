import { describe, expect, it } from 'vitest';
import type { DomainSpec } from '../../../src/hypervisor/domain-spec.js';
import type { ProfileName } from '../../../src/hypervisor/index.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { startLogDirty } from '../../../src/hypervisor/p2m/dirty-tracking.js';
import { buffersOf, viewOf } from '../../../src/routes/by-number/buffers.js';
import { callHvmOp } from '../../../src/routes/by-number/hvm-op-call.js';
import { BAD, buffers, packed, type Sent } from '../../support/buffers.js';
import { hostWithRam } from '../../support/host.js';

const SET_PARAM = 0;
const FLUSH_TLBS = 5;
const TRACK_DIRTY_VRAM = 6;
const MODIFIED_MEMORY = 7;
const SET_MEM_TYPE = 8;
const GET_TIME = 10;
const GET_MEM_TYPE = 15;
const SET_UPCALL_VECTOR = 23;
const CREATE = 17;
const ALTP2M = 25;
const MAP_MEM_TYPE = 26;
const DOMID_SELF = 0x7ff0;

function setup(spec: DomainSpec = {}) {
  const { host, d1 } = hostWithRam(8, spec);
  const call = (
    number: number,
    all: readonly Sent[],
    to: { domid?: number; caller?: number } = {},
  ) => {
    const body = buffers(...all);
    const rc = callHvmOp({ host, domid: 1, ...to }, number, buffersOf(viewOf(body)));
    return { rc, written: body.subarray(8) };
  };
  return { host, d1, call };
}

const memType = (domid: number, pfn: number) => packed([2, domid], [2, 9], [4, 0], [8, pfn]);

describe('callHvmOp', () => {
  it('does what the struct says and writes what the operation answers', () => {
    const { call, d1 } = setup({ profile: '4.8' });

    expect(call(SET_MEM_TYPE, [packed([2, 1], [2, 1], [4, 2], [8, 3])]).rc).toBe(0);
    expect(d1.p2m.typeOf(4)).toBe(P2MT.ram_ro);
    const { rc, written } = call(GET_MEM_TYPE, [memType(1, 4)]);
    expect([rc, written.readUInt16LE(2), written.readUInt32LE(8)]).toEqual([0, 1, 4]);
  });

  it('asks the struct which domain is meant', () => {
    const { call, host } = setup();
    host.createDomain({ specialPages: false, memoryMib: 1 });

    expect(call(GET_MEM_TYPE, [memType(9, 0)]).rc).toBe(-3);
    expect(call(GET_MEM_TYPE, [memType(2, 0)], { domid: 9 }).rc).toBe(0);
    expect(call(GET_MEM_TYPE, [memType(DOMID_SELF, 0)], { caller: 1 }).rc).toBe(0);
    expect(call(GET_MEM_TYPE, [memType(2, 0)], { caller: 1 }).rc).toBe(-1);
  });

  it('takes the domain of the path for the caller of what one does about itself', () => {
    const { call } = setup();
    const vector = (vcpu: number, value: number) => [packed([4, vcpu], [1, value], [1, 0], [2, 0])];

    expect(call(SET_UPCALL_VECTOR, vector(0, 0x40)).rc).toBe(0);
    expect(call(SET_UPCALL_VECTOR, vector(3, 0x40)).rc).toBe(-2);
    expect(call(SET_UPCALL_VECTOR, vector(0, 0x40), { caller: 0 }).rc).toBe(-22);
  });

  // prettier-ignore
  it.each<[profile: ProfileName, number: number, all: readonly Sent[], rc: number, why: string]>([
    // profile number         buffers                          rc    why
    ['4.17', SET_PARAM,       [],                              -14, 'a null pointer'],
    ['4.17', SET_PARAM,       [BAD],                           -14, 'a bad pointer'],
    ['4.17', GET_TIME,        [new Uint8Array(7)],             -14, 'less than the struct'],
    ['4.17', GET_TIME,        [new Uint8Array(8)],             0,   'just the struct'],
    ['4.17', FLUSH_TLBS,      [],                              0,   'the null pointer that is wanted'],
    ['4.17', FLUSH_TLBS,      [BAD],                           -22, 'a pointer where none is wanted'],
    ['4.17', ALTP2M,          [BAD],                           -95, 'an operation that is switched off'],
    ['4.17', SET_MEM_TYPE,    [new Uint8Array(16)],            -38, 'what has become a DMOP'],
    ['4.17', 12,              [new Uint8Array(16)],            -38, 'a number without an operation'],
    ['4.17', MAP_MEM_TYPE,    [new Uint8Array(24)],            -38, 'what was never one there'],
    ['4.8',  MAP_MEM_TYPE,    [new Uint8Array(24)],            -38, 'what came later'],
    ['v6',   MAP_MEM_TYPE,    [new Uint8Array(11)],            -14, 'less than the struct'],
    ['4.8',  0x100 + GET_MEM_TYPE, [new Uint8Array(16)],       -38, 'progress of what has none'],
    ['4.17', 0x100 + SET_MEM_TYPE, [new Uint8Array(16)],       -38, 'progress of what has become a DMOP'],
    ['4.8',  99,              [],                              -38, 'no number of Xen'],
  ])('on %s, HVMOP %i, %#: %s', (profile, number, all, rc) => {
    expect(setup({ profile }).call(number, all).rc).toBe(rc);
  });

  it('follows the pointer that the struct has', () => {
    const { host } = setup({ profile: '4.8' });
    const track = packed([2, 1], [2, 0], [4, 8], [8, 0], [8, 0xbad]);
    const body = buffers(track, new Uint8Array(1));

    expect(callHvmOp({ host, domid: 1 }, TRACK_DIRTY_VRAM, buffersOf(viewOf(body)))).toBe(0);
    expect(body.at(-1)).toBe(0xff);
    const lacking = buffersOf(viewOf(buffers(track)));
    expect(callHvmOp({ host, domid: 1 }, TRACK_DIRTY_VRAM, lacking)).toBe(-14);
  });

  it.each([
    ['4.8', SET_MEM_TYPE, packed([2, 1], [2, 1], [4, 600], [8, 3])],
    ['v6-patch3', MODIFIED_MEMORY, packed([2, 1], [2, 0], [4, 600], [8, 3])],
  ] as const)('%s keeps where HVMOP %i goes on in its number', (profile, op, struct) => {
    const { host, d1 } = hostWithRam(1024, { profile });
    startLogDirty(d1.p2m, true);
    const to = { host, domid: 1, preemptAfter: 1 };
    const numbers: number[] = [];
    const call = (number: number) =>
      callHvmOp(to, number, buffersOf(viewOf(buffers(struct))), (next) => numbers.push(next));

    expect([call(op), call(op + 0x100), call(op + 0x200)]).toEqual([-85, -85, 0]);
    expect(numbers).toEqual([op + 0x100, op + 0x200]);
    expect(call(op + 0x300)).toBe(-22);
  });

  it('keeps there as well how far v6 has swept', () => {
    const { host, d1 } = hostWithRam(1024, {
      profile: 'v6',
      params: { IOREQ_SERVER_PFN: 8n, NR_IOREQ_SERVER_PAGES: 1n },
    });
    const struct = (flags: number) => packed([2, 1], [2, 1], [2, 4], [2, 0], [4, flags]);
    const numbers: number[] = [];
    const call = (number: number, bytes: Buffer) =>
      callHvmOp(
        { host, domid: 1, preemptAfter: 1 },
        number,
        buffersOf(viewOf(buffers(bytes))),
        (next) => numbers.push(next),
      );
    expect(call(CREATE, packed([2, 1], [1, 0], [1, 0], [2, 0]))).toBe(0);
    expect(call(MAP_MEM_TYPE, struct(2))).toBe(0);
    d1.p2m.changeTypeOne(700, P2MT.ram_rw, P2MT.ioreq_server);

    expect(call(MAP_MEM_TYPE, struct(0))).toBe(-85);
    expect(call(0x100 + MAP_MEM_TYPE, struct(0))).toBe(-85);
    expect(call(0x200 + MAP_MEM_TYPE, struct(0))).toBe(-85);
    expect(call(0x300 + MAP_MEM_TYPE, struct(0))).toBe(0);
    expect([numbers, d1.p2m.entryCount]).toEqual([[0x11a, 0x21a, 0x31a], 0]);
  });

  it('takes one range where a DMOP takes many', () => {
    const { call } = setup({ profile: '4.8' });

    expect(call(MODIFIED_MEMORY, [packed([2, 1], [2, 0], [4, 1], [8, 3])]).rc).toBe(0);
    expect(call(MODIFIED_MEMORY, [packed([2, 1], [2, 0], [4, 1], [8, 8])]).rc).toBe(-22);
  });
});
