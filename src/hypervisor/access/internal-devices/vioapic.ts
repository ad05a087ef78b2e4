/**
 * The page of the I/O APIC: a register that selects, and a window on what is selected.
 *
 * Reference: xen/arch/x86/hvm/vioapic.c, vioapic_read(), vioapic_write().
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import { isWholePc, startsIn, type InternalDevice } from './internal-device.js';

const BASE = 0xfec0_0000;
const LENGTH = 0x100;

export const vioapic: InternalDevice = {
  name: 'vioapic',
  type: IOREQ_TYPE.copy,
  accepts: (domain, ioreq) => isWholePc(domain) && startsIn(ioreq, BASE, LENGTH),
  read({ domain: { interrupts } }, addr, size) {
    return BigInt.asUintN(8 * size, BigInt(interrupts.ioApic!.read(addr & 0xff)));
  },
  write({ domain: { interrupts } }, addr, _, value) {
    interrupts.ioApic!.write(addr & 0xff, Number(BigInt.asUintN(32, value)));
    return true;
  },
};
