/**
 * The devices that Xen emulates itself, as far as the recordings show what they answer.
 *
 * Reference: xen/arch/x86/hvm/intercept.c, hvm_find_io_handler(): the first that accepts the
 * address is asked. One that declines a request leaves it to the ioreq servers.
 */

import { IOREQ_TYPE, type Ioreq } from '../abi/ioreq.js';
import type { Domain } from '../domain.js';
import type { Access } from './access.js';

export interface InternalDevice {
  /** `undefined`: not mine after all. */
  read(access: Access, addr: number, size: number): bigint | undefined;
  /** False: not mine after all. */
  write(access: Access, addr: number, size: number, value: bigint): boolean;
}

/** The configuration-address latch sees every dword that is written to it, and answers for none. */
const PCI_LATCH_PORT = 0xcf8;
const pciLatch: InternalDevice = {
  read: () => undefined,
  write({ domain, recorder }, _, size, value) {
    if (size !== 4) return false;
    domain.pciCf8 = Number(value);
    recorder?.record('cf8_latch', 0, 0, 0, Number(value));
    return false;
  },
};

export function findInternalDevice(_: Domain, ioreq: Ioreq): InternalDevice | undefined {
  const { type, addr, size } = ioreq;
  const isLatch =
    type === IOREQ_TYPE.pio && addr >= PCI_LATCH_PORT && addr + size <= PCI_LATCH_PORT + 4;
  return isLatch ? pciLatch : undefined;
}

/** Whether a guest-physical address is that of a device inside Xen. */
export const isInternalMmio = (_domain: Domain, _gpa: number): boolean => false;
