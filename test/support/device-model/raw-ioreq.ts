/** ioreq_t read once more from public/hvm/ioreq.h, for device models that speak its bytes. */

import type { Request } from './device-model.js';

export const IOREQ = { size: 32, data: 8, vpEport: 24, flags: 30, type: 31 };
export const STATE = { none: 0, ready: 1, inprocess: 2, respReady: 3 };

const TYPES: Readonly<Record<number, string>> = {
  0: 'pio',
  1: 'copy',
  2: 'pci_config',
  7: 'timeoffset',
  8: 'invalidate',
};

export const stateOf = (ioreq: Buffer): number => ioreq[IOREQ.flags]! & 0b1111;

export const withState = (ioreq: Buffer, state: number): number =>
  (ioreq[IOREQ.flags]! & ~0b1111) | state;

export const rawRequest = (ioreq: Buffer, vcpu: number): Request => ({
  type: TYPES[ioreq[IOREQ.type]!] ?? 'unknown',
  dir: ioreq[IOREQ.flags]! & (1 << 5) ? 'read' : 'write',
  addr: Number(ioreq.readBigUInt64LE(0)),
  data: ioreq.readBigUInt64LE(IOREQ.data),
  count: ioreq.readUInt32LE(16),
  size: ioreq.readUInt32LE(20),
  dataIsPtr: (ioreq[IOREQ.flags]! & (1 << 4)) !== 0,
  vcpu,
});
