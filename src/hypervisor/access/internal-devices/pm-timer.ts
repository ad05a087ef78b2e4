/**
 * ACPI's power-management timer and event registers, at the ports that a domain begins with.
 *
 * Reference: xen/arch/x86/hvm/pmtimer.c, handle_pmt_io(), handle_evt_io(). The timer counts virtual time, from when the
 * host came up.
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import { ALL_ONES, isWholePc, part, withinPorts, type InternalDevice } from './internal-device.js';

const EVENTS = 0x1f40;
const TIMER = 0x1f48;
/** Event registers: status (written ones clear) in the low half, enable bits in the high one. */
const STATUS_BYTES = 2;

const TICKS_PER_SECOND = 3_579_545n;
const NS_PER_SECOND = 1_000_000_000n;

export const pmTimer: InternalDevice = {
  name: 'pm_timer',
  type: IOREQ_TYPE.pio,
  accepts: (domain, ioreq) =>
    isWholePc(domain) && (withinPorts(ioreq, TIMER, 4) || withinPorts(ioreq, EVENTS, 4)),
  read({ domain: { deviceRegisters, clock } }, port, size) {
    if (port >= TIMER) return size === 4 ? ticksAt(clock.now) : ALL_ONES;
    return part(deviceRegisters.get('pm events') ?? 0, port - EVENTS, size);
  },
  write({ domain: { deviceRegisters } }, port, size, value) {
    if (port >= TIMER) return true;
    let events = deviceRegisters.get('pm events') ?? 0;
    for (let index = 0; index < size; index++) {
      const byte = Number((value >> BigInt(8 * index)) & 0xffn);
      const at = port - EVENTS + index;
      const mask = 0xff << (8 * at);
      if (at < STATUS_BYTES) events &= ~(byte << (8 * at));
      else events = (events & ~mask) | (byte << (8 * at));
    }
    deviceRegisters.set('pm events', events >>> 0);
    return true;
  },
};

/** It has 32 bits. */
const ticksAt = (ns: bigint): bigint => BigInt.asUintN(32, (ns * TICKS_PER_SECOND) / NS_PER_SECOND);
