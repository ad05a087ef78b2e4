import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';
import { dmOp, packed } from '../../support/buffers.js';

const VMCALL = '0f01c1';
const HVM_OP = 34;
const DM_OP = 41;
const GET_MEM_TYPE = 15;
const FLUSH_TLBS = 5;
const SET_MEM_TYPE_HVMOP = 8;
const GET_TIME = 10;
const CREATE = 1;
const TRACK_DIRTY_VRAM = 7;
const DOMID_SELF = 0x7ff0;
const ARG = 0x2000;

const minus = (errno: number) => `0x${((1n << 64n) - BigInt(errno)).toString(16)}`;
const EPERM = minus(1);
const ESRCH = minus(3);
const E2BIG = minus(7);
const EFAULT = minus(14);
const EINVAL = minus(22);
const ENOSYS = minus(38);
const ENODATA = minus(61);

/** Two domains of 4 MiB, the second with the first as its target. */
async function setup() {
  const { post, host, createDomain } = await api();
  await createDomain();
  await createDomain({ target: 1 });
  const call = async (domid: number, ...[rax, rdi, rsi = 0, rdx = 0]: number[]) => {
    const regs = { rax, rdi, rsi, rdx };
    const body = { kind: 'insn', bytes: VMCALL, regs };
    return (await post(`/domains/${domid}/guest-access`, body)).body.regs.rax as string;
  };
  const argument = (domid: number, bytes: Uint8Array) =>
    host.domain(domid).ram.write(ARG as never, bytes);
  return { host, call, argument };
}

/** struct xen_hvm_get_mem_type. */
function memTypeOf(domid: number, pfn: number) {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, domid, true);
  view.setUint16(2, 0xdead, true);
  view.setBigUint64(8, BigInt(pfn), true);
  return bytes;
}

describe('guestHypercalls', () => {
  it('answers HVMOP_get_mem_type of the guest itself, in its memory', async () => {
    const { host, call, argument } = await setup();
    argument(1, memTypeOf(DOMID_SELF, 0x5_0000));

    expect(await call(1, HVM_OP, GET_MEM_TYPE, ARG)).toBe('0x0');

    const [low, high] = host.domain(1).ram.read((ARG + 2) as never, 2);
    expect([low, high]).toEqual([2, 0]);
  });

  // prettier-ignore
  it.each([
    ['no domain',                  1, memTypeOf(9, 0), ESRCH],
    ['another domain',             1, memTypeOf(2, 0), EPERM],
    ['dom0',                       1, memTypeOf(0, 0), EPERM],
    ['the domain that it serves',  2, memTypeOf(1, 0), '0x0'],
  ])('answers it for %s', async (_, caller, bytes, rax) => {
    const { call, argument } = await setup();
    argument(caller, bytes);

    expect(await call(caller, HVM_OP, GET_MEM_TYPE, ARG)).toBe(rax);
  });

  // prettier-ignore
  it.each([
    ['a hypercall that there is not',       [99, 0],                          ENOSYS],
    ['an HVMOP that there is not',          [HVM_OP, 99, ARG],                ENOSYS],
    ['an argument that is not there',       [HVM_OP, GET_MEM_TYPE, 0x90_0000], EFAULT],
    ['a DMOP without a buffer',             [DM_OP, 1, 0, ARG],               ENODATA],
    ['a DMOP of three buffers',             [DM_OP, 1, 3, ARG],               E2BIG],
    ['a DMOP of buffers that are not there', [DM_OP, 1, 1, 0x90_0000],         EFAULT],
    ['a DMOP on DOMID_SELF',                [DM_OP, DOMID_SELF, 1, ARG],      ESRCH],
    ['a DMOP on itself',                    [DM_OP, 2, 1, ARG],               EPERM],
    ['a DMOP on dom0',                      [DM_OP, 0, 1, ARG],               EINVAL],
    ['a DMOP whose buffer holds nothing',   [DM_OP, 1, 1, ARG],               EFAULT],
    ['an HVMOP that has become a DMOP',     [HVM_OP, SET_MEM_TYPE_HVMOP, ARG], ENOSYS],
    ['HVMOP_flush_tlbs of a struct',        [HVM_OP, FLUSH_TLBS, ARG],        EINVAL],
    ['HVMOP_flush_tlbs',                    [HVM_OP, FLUSH_TLBS, 0],          '0x0'],
  ])('answers %s', async (_, registers, rax) => {
    const { call } = await setup();

    expect(await call(2, ...registers)).toBe(rax);
  });

  it('writes the answers of any HVMOP, across pages too', async () => {
    const { call } = await setup();
    expect(await call(1, HVM_OP, GET_TIME, 0x2ffc)).toBe('0x0');
    expect(await call(1, HVM_OP, GET_TIME, 0x40_0000 - 4)).toBe(EFAULT);
  });

  it('serves the DMOPs of a device model that is a guest', async () => {
    const { host, call, argument } = await setup();
    const d2 = host.domain(2);
    argument(2, packed([8, 0x3000], [8, 32]));
    const dmOpOf = async (op: Buffer) => {
      d2.ram.write(0x3000 as never, op);
      return call(2, DM_OP, 1, 1, ARG);
    };
    const answered = () => Buffer.from(d2.ram.read(0x3000 as never, 32));

    expect(await dmOpOf(dmOp(CREATE))).toBe('0x0');
    expect(answered()).toEqual(dmOp(CREATE, packed([4, 0], [2, 0])));
    expect(await dmOpOf(dmOp(CREATE))).toBe('0x0');
    expect(answered().readUInt16LE(12)).toBe(1);
    expect(host.domain(1).ioreqServers.inOrder.map(({ emulator }) => emulator)).toEqual([2, 2]);
    expect(await dmOpOf(dmOp(CREATE, packed([1, 9])))).toBe(EINVAL);
  });

  it('writes the second buffer of a DMOP, and refuses one that is not there where it is used', async () => {
    const { host, call, argument } = await setup();
    const d2 = host.domain(2);
    d2.ram.write(0x3000 as never, dmOp(TRACK_DIRTY_VRAM, packed([4, 16], [4, 0], [8, 0])));
    const track = (pointer: number) => {
      argument(2, packed([8, 0x3000], [8, 32], [8, pointer], [8, 2]));
      return call(2, DM_OP, 1, 2, ARG);
    };

    expect(await track(0x4fff)).toBe('0x0');
    expect([...d2.ram.read(0x4fff as never, 2)]).toEqual([0xff, 0xff]);
    expect(await track(0x90_0000)).toBe(EFAULT);
  });

  it('lets the vcpu that calls finish before others go on', async () => {
    const { host, call, argument } = await setup();
    argument(1, memTypeOf(DOMID_SELF, 0));

    expect(await call(1, HVM_OP, GET_MEM_TYPE, ARG)).toBe('0x0');
    expect(host.domain(1).vcpu(0).access).toBeUndefined();
  });
});
