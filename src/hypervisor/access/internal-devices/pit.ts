/**
 * The interval timer (8254) and the speaker's gate at port 0x61, standing still.
 *
 * Reference: xen/arch/x86/emul-i8254.c, handle_pit_io(), handle_speaker_io().
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import { ALL_ONES, isWholePc, withinPorts, type InternalDevice } from './internal-device.js';

const BASE = 0x40;
const CONTROL = 0x43;
const SPEAKER = 0x61;
/** Gate of channel 2, and the speaker's data. */
const SPEAKER_BITS = 0b11;

export const pit: InternalDevice = {
  name: 'pit',
  type: IOREQ_TYPE.pio,
  accepts: (domain, ioreq) =>
    isWholePc(domain) && (withinPorts(ioreq, BASE, 4) || withinPorts(ioreq, SPEAKER, 1)),
  read({ domain: { deviceRegisters } }, port, size) {
    if (size !== 1 || port === CONTROL) return ALL_ONES;
    return port === SPEAKER ? BigInt(deviceRegisters.get('pit speaker') ?? 0) : 0n;
  },
  write({ domain: { deviceRegisters } }, port, _, value) {
    if (port === SPEAKER) deviceRegisters.set('pit speaker', Number(value) & SPEAKER_BITS);
    return true;
  },
};
