/**
 * The local APIC's registers, 32 bits each on 16-byte borders.
 *
 * Reference: xen/arch/x86/hvm/vlapic.c, vlapic_mmio_read(), vlapic_reg_write(). What the registers
 * do to interrupts is not this file's.
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import type { Access } from '../access.js';
import { merge, part, startsIn, type InternalDevice } from './internal-device.js';

const BASE = 0xfee0_0000;
const LENGTH = 0x1000;
const LAST_REGISTER = 0x3e0;
const VERSION = 0x5_0014;
const LVT_MASKED = 0x1_0000;

interface Register {
  readonly reset: number;
  /** What becomes of a value that is written. */
  readonly written?: (value: number) => number;
}

/** Registers that are not here read zero and take no writes. */
const REGISTERS = new Map<number, Register>([
  [0x030, { reset: VERSION }],
  [0x080, { reset: 0, written: (value) => value & 0xff }],
  [0x0d0, { reset: 0, written: (value) => value & 0xff00_0000 }],
  [0x0e0, { reset: 0xffff_ffff, written: (value) => value | 0x0fff_ffff }],
  [0x0f0, { reset: 0xff, written: (value) => value & 0x3ff }],
  [0x300, { reset: 0, written: (value) => value & ~0x1000 }],
  [0x310, { reset: 0, written: (value) => value & 0xff00_0000 }],
  [0x320, { reset: LVT_MASKED, written: (value) => value & 0x7_10ff }],
  [0x330, { reset: LVT_MASKED, written: (value) => value & 0x1_17ff }],
  [0x340, { reset: LVT_MASKED, written: (value) => value & 0x1_17ff }],
  [0x350, { reset: LVT_MASKED, written: (value) => value & 0x1_f7ff }],
  [0x360, { reset: LVT_MASKED, written: (value) => value & 0x1_f7ff }],
  [0x370, { reset: LVT_MASKED, written: (value) => value & 0x1_10ff }],
  [0x3e0, { reset: 0, written: (value) => value & 0xb }],
]);
const ID_REGISTER = 0x020;

export const vlapic: InternalDevice = {
  name: 'vlapic',
  type: IOREQ_TYPE.copy,
  accepts: (_, ioreq) => startsIn(ioreq, BASE, LENGTH),
  read(access, addr, size) {
    const [register, within] = split(addr);
    if (within + size > 4 || register > LAST_REGISTER) return 0n;
    return part(valueOf(access, register), within, size);
  },
  write(access, addr, size, value) {
    const [register, within] = split(addr);
    const written = REGISTERS.get(register)?.written;
    if (within + size > 4 || !written) return true;
    const merged = merge(valueOf(access, register), within, size, value);
    access.domain.deviceRegisters.set(keyOf(access, register), written(merged) >>> 0);
    return true;
  },
};

const split = (addr: number): [register: number, within: number] => [
  (addr - BASE) & ~0xf,
  addr % 16,
];

const keyOf = ({ vcpu }: Access, register: number): string => `vlapic ${vcpu.id} ${register}`;

function valueOf(access: Access, register: number): number {
  if (register === ID_REGISTER) return access.vcpu.id * 2 * 2 ** 24;
  const kept = access.domain.deviceRegisters.get(keyOf(access, register));
  return kept ?? REGISTERS.get(register)?.reset ?? 0;
}
