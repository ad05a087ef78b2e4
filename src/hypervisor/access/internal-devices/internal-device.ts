/** What the devices have in common that Xen emulates itself. */

import { lastByteOf, type Ioreq } from '../../abi/ioreq.js';
import type { Domain } from '../../domain.js';
import type { Access } from '../access.js';
import type { InternalDeviceName } from './internal-device-names.js';

export interface InternalDevice {
  readonly name: InternalDeviceName;
  /** IOREQ_TYPE: `copy` for memory, `pio` for ports. */
  readonly type: number;
  /** Whether the domain has it and the request is for it. */
  accepts(domain: Domain, ioreq: Ioreq): boolean;
  /** Whether it leaves such a request to others, having seen it; a device without this answers all that it accepts. */
  passesOn?(domain: Domain, ioreq: Ioreq): boolean;
  /** `undefined`: not mine after all. */
  read(access: Access, addr: number, size: number): bigint | undefined;
  /** False: not mine after all. */
  write(access: Access, addr: number, size: number, value: bigint): boolean;
}

/** A request for ports belongs to a device if all of them do. */
export const withinPorts = (ioreq: Ioreq, first: number, count: number): boolean =>
  ioreq.addr >= first && ioreq.addr + ioreq.size <= first + count;

/** A request for memory belongs to a device if its first byte does. */
export const startsIn = (ioreq: Ioreq, base: number, length: number): boolean =>
  ioreq.addr >= base && ioreq.addr < base + length;

/** A request for memory all of whose elements lie there. */
export const liesIn = (ioreq: Ioreq, base: number, length: number): boolean =>
  startsIn(ioreq, base, length) && lastByteOf(ioreq) < base + length;

/** Only a whole PC has the devices beside the local APIC. */
export const isWholePc = ({ emulation }: Domain): boolean => emulation === 'full';

/** A port register takes single bytes; other sizes read all ones and write nothing. */
export const ALL_ONES = 2n ** 64n - 1n;

/** `bytes` of a 32-bit register, from a byte in it. */
export const part = (register: number, from: number, bytes: number): bigint =>
  BigInt.asUintN(8 * bytes, BigInt(register >>> 0) >> BigInt(8 * from));

/** A 32-bit register with some of its bytes replaced. */
export function merge(register: number, from: number, bytes: number, value: bigint): number {
  const mask = ((1n << BigInt(8 * bytes)) - 1n) << BigInt(8 * from);
  return Number((BigInt(register >>> 0) & ~mask) | ((value << BigInt(8 * from)) & mask));
}
