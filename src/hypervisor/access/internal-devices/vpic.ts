/**
 * The two interrupt controllers (8259): initialisation words, masks, and what is edge or level.
 *
 * Reference: xen/arch/x86/hvm/vpic.c, vpic_ioport_write(), vpic_ioport_read(),
 * vpic_intercept_elcr_io(). Requests and service are not this file's: both registers read zero.
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import { ALL_ONES, isWholePc, withinPorts, type InternalDevice } from './internal-device.js';

const MASTER = 0x20;
const SLAVE = 0xa0;
const LEVELS = 0x4d0;
/** Which lines may be level-triggered, of each controller. */
const LEVEL_MASK = [0xf8, 0xde] as const;

const ICW1 = 0x10;
/** Bits of ICW1: a fourth word follows; there is no other controller. */
const ICW4_FOLLOWS = 0x01;
const SINGLE = 0x02;

export const vpic: InternalDevice = {
  name: 'vpic',
  type: IOREQ_TYPE.pio,
  accepts: (domain, ioreq) =>
    isWholePc(domain) &&
    (withinPorts(ioreq, MASTER, 2) || withinPorts(ioreq, SLAVE, 2) || isLevelPort(ioreq)),
  read({ domain: { deviceRegisters } }, port, size) {
    if (size !== 1) return ALL_ONES;
    if (port >= LEVELS) return BigInt(deviceRegisters.get(`vpic levels ${port}`) ?? 0);
    return (port & 1) === 0 ? 0n : BigInt(deviceRegisters.get(`vpic mask ${port & ~1}`) ?? 0);
  },
  write({ domain: { deviceRegisters } }, port, size, value) {
    const byte = Number(value & 0xffn);
    if (size !== 1) return true;
    if (port >= LEVELS)
      deviceRegisters.set(`vpic levels ${port}`, byte & (LEVEL_MASK[port - LEVELS] ?? 0));
    else writeController(deviceRegisters, port, byte);
    return true;
  },
};

const isLevelPort = ({ addr, size }: { addr: number; size: number }): boolean =>
  size === 1 && (addr === LEVELS || addr === LEVELS + 1);

/** Words still to come after ICW1 are counted down; the mask is what comes when none is. */
function writeController(registers: Map<string, number>, port: number, byte: number): void {
  const base = port & ~1;
  const [awaited, mask] = [`vpic awaited ${base}`, `vpic mask ${base}`];
  if (port === base) {
    if ((byte & ICW1) === 0) return;
    registers.set(mask, 0);
    registers.set(awaited, 1 + (byte & SINGLE ? 0 : 1) + (byte & ICW4_FOLLOWS ? 1 : 0));
    return;
  }
  const left = registers.get(awaited) ?? 0;
  if (left > 0) registers.set(awaited, left - 1);
  else registers.set(mask, byte);
}
