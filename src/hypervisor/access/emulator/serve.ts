/**
 * Requests that are answered at once: by a device inside Xen, or by nobody, and then reads give all
 * ones and writes vanish.
 *
 * Reference: xen/arch/x86/hvm/intercept.c, hvm_process_io_intercept().
 */

import { IOREQ_DIR, IOREQ_TYPE, type Ioreq } from '../../abi/ioreq.js';
import type { Access } from '../access.js';
import { words } from '../guest-bytes.js';
import type { InternalDevice } from '../internal-devices/internal-device.js';
import { internalDeviceNumber } from '../internal-devices/internal-devices.js';
import { isFailure } from './emulation.js';
import { copyFromGuest, copyToGuest, NO_RAM } from './guest-copy.js';

const ALL_ONES = 2n ** 64n - 1n;

const NOBODY: Pick<InternalDevice, 'read' | 'write'> = {
  read: () => ALL_ONES,
  write: () => true,
};

export function nobody(access: Access, ioreq: Ioreq): void {
  serve(access, NOBODY, ioreq);
}

/** False: the device leaves the first element to others, and only that one is asked of them. */
export function serveFrom(access: Access, device: InternalDevice, ioreq: Ioreq): boolean {
  const served = serve(access, device, ioreq);
  if (served) recordDevice(access, device, ioreq);
  else ioreq.count = 1;
  return served;
}

function recordDevice({ recorder }: Access, device: InternalDevice, ioreq: Ioreq): void {
  const { addr, dir, data } = ioreq;
  recorder?.record('internal_device', internalDeviceNumber(device), addr, dir, ...words(data));
}

/** Element by element; `count` becomes the number of those that were done, if it is any. */
function serve(
  access: Access,
  device: Pick<InternalDevice, 'read' | 'write'>,
  ioreq: Ioreq,
): boolean {
  for (let element = 0; element < ioreq.count; element++) {
    if (oneElement(access, device, ioreq, element)) continue;
    if (element === 0) return false;
    ioreq.count = element;
  }
  return true;
}

function oneElement(
  access: Access,
  device: Pick<InternalDevice, 'read' | 'write'>,
  ioreq: Ioreq,
  element: number,
): boolean {
  const { type, addr, size, dir, df, dataIsPtr } = ioreq;
  const step = element * (df ? -size : size);
  const at = type === IOREQ_TYPE.copy ? addr + step : addr;
  const ram = dataIsPtr ? Number(ioreq.data) + step : undefined;

  if (dir === IOREQ_DIR.write) {
    const value = ram === undefined ? ioreq.data : fromRam(access, ram, size);
    return device.write(access, at, size, BigInt.asUintN(8 * size, value));
  }
  const value = device.read(access, at, size);
  if (value === undefined) return false;
  if (ram === undefined) ioreq.data = value;
  else copyToGuest(access, ram, size, BigInt.asUintN(8 * size, value));
  return true;
}

function fromRam(access: Access, gpa: number, size: number): bigint {
  const value = copyFromGuest(access, gpa, size);
  return value === NO_RAM || isFailure(value) ? ALL_ONES : value;
}
