/**
 * The I/O APIC: a register that selects, and a window on what is selected.
 *
 * Reference: xen/arch/x86/hvm/vioapic.c, vioapic_read(), vioapic_write().
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import { isWholePc, startsIn, type InternalDevice } from './internal-device.js';

const BASE = 0xfec0_0000;
const LENGTH = 0x100;
const SELECT = 0x00;
const WINDOW = 0x10;

const PINS = 48;
const VERSION = 0x11 | ((PINS - 1) << 16);
const FIRST_REDIRECTION = 0x10;
/** Low word of a redirection entry after reset: masked. */
const MASKED = 0x1_0000;
/** Delivery status and remote IRR are not the guest's to write. */
const READ_ONLY = 0x5000;

export const vioapic: InternalDevice = {
  name: 'vioapic',
  type: IOREQ_TYPE.copy,
  accepts: (domain, ioreq) => isWholePc(domain) && startsIn(ioreq, BASE, LENGTH),
  read({ domain: { deviceRegisters } }, addr, size) {
    const selected = deviceRegisters.get('vioapic select') ?? 0;
    const value = { [SELECT]: selected, [WINDOW]: windowOf(deviceRegisters, selected) }[
      addr & 0xff
    ];
    return BigInt.asUintN(8 * size, BigInt(value ?? 0));
  },
  write({ domain: { deviceRegisters } }, addr, _, value) {
    const low = Number(BigInt.asUintN(32, value));
    const selected = deviceRegisters.get('vioapic select') ?? 0;
    if ((addr & 0xff) === SELECT) deviceRegisters.set('vioapic select', low & 0xff);
    else if ((addr & 0xff) === WINDOW && isRedirection(selected))
      deviceRegisters.set(`vioapic ${selected}`, (selected & 1) === 0 ? low & ~READ_ONLY : low);
    return true;
  },
};

const isRedirection = (selected: number): boolean =>
  selected >= FIRST_REDIRECTION && selected < FIRST_REDIRECTION + 2 * PINS;

function windowOf(registers: ReadonlyMap<string, number>, selected: number): number {
  if (selected === 1) return VERSION;
  if (!isRedirection(selected)) return 0;
  return registers.get(`vioapic ${selected}`) ?? ((selected & 1) === 0 ? MASKED : 0);
}
