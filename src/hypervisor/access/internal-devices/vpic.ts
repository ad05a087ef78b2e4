/**
 * The ports of the two interrupt controllers (8259), and of what is edge or level.
 *
 * Reference: xen/arch/x86/hvm/vpic.c, vpic_intercept_pic_io(), vpic_intercept_elcr_io().
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import { ALL_ONES, isWholePc, withinPorts, type InternalDevice } from './internal-device.js';

const MASTER = 0x20;
const SLAVE = 0xa0;
const LEVELS = 0x4d0;

export const vpic: InternalDevice = {
  name: 'vpic',
  type: IOREQ_TYPE.pio,
  accepts: (domain, ioreq) =>
    isWholePc(domain) &&
    (withinPorts(ioreq, MASTER, 2) || withinPorts(ioreq, SLAVE, 2) || isLevelPort(ioreq)),
  read({ domain: { interrupts } }, port, size) {
    return size === 1 ? BigInt(interrupts.pics!.readPort(port)) : ALL_ONES;
  },
  write({ domain: { interrupts } }, port, size, value) {
    if (size === 1) interrupts.pics!.writePort(port, Number(value & 0xffn));
    return true;
  },
};

const isLevelPort = ({ addr, size }: { addr: number; size: number }): boolean =>
  size === 1 && (addr === LEVELS || addr === LEVELS + 1);
