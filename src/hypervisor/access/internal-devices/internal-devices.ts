/**
 * The devices that Xen emulates itself, in the order in which they are asked.
 *
 * Reference: xen/arch/x86/hvm/intercept.c, hvm_find_io_handler(), hvm_mmio_internal().
 */

import { IOREQ_DIR, IOREQ_TYPE, newIoreq, type Ioreq } from '../../abi/ioreq.js';
import type { Domain } from '../../domain.js';
import { debugPort } from './debug-port.js';
import { hpet } from './hpet.js';
import type { InternalDevice } from './internal-device.js';
import { INTERNAL_DEVICE_NAMES } from './internal-device-names.js';
import { pciLatch } from './pci-latch.js';
import { pit } from './pit.js';
import { pmTimer } from './pm-timer.js';
import { rtc } from './rtc.js';
import { stdvga } from './stdvga.js';
import { vioapic } from './vioapic.js';
import { vlapic } from './vlapic.js';
import { vpic } from './vpic.js';

const DEVICES: readonly InternalDevice[] = [
  pciLatch,
  debugPort,
  stdvga,
  hpet,
  vlapic,
  vioapic,
  vpic,
  pit,
  rtc,
  pmTimer,
];

export const findInternalDevice = (domain: Domain, ioreq: Ioreq): InternalDevice | undefined =>
  DEVICES.find((device) => device.type === ioreq.type && device.accepts(domain, ioreq));

/** Whether a guest-physical address is a device's: Xen then does not look at the p2m. */
export const isInternalMmio = (domain: Domain, gpa: number): boolean =>
  gpa < LIMIT && findInternalDevice(domain, probeOf(gpa)) !== undefined;

export const internalDeviceNumber = ({ name }: InternalDevice): number =>
  INTERNAL_DEVICE_NAMES.indexOf(name);

/** No device lies above this. */
const LIMIT = 2 ** 32;

const probeOf = (gpa: number): Ioreq =>
  newIoreq({ type: IOREQ_TYPE.copy, dir: IOREQ_DIR.write, addr: gpa, size: 1, count: 1 });
