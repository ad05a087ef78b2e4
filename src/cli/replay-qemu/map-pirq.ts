/** A guest that has its MSIs as event channels maps a pirq for each; that it has done so is not recorded, but that it worked. */

import type { Domain } from '../../hypervisor/domain.js';
import { fieldsOf } from '../../hypervisor/index.js';
import type { DmOpRecord } from './recording.js';

/** Where `data` and `addr` lie in struct xen_dm_op. */
const DATA = 8;
const ADDR = 16;

export function mapPirqAsRecorded(domain: Domain, { ret, bufs: [struct] }: DmOpRecord): void {
  const bytes = Buffer.from(struct?.in ?? '', 'hex');
  const msi = { addr: bytes.readBigUInt64LE(ADDR), data: bytes.readUInt32LE(DATA) };
  const { vector, pirq } = fieldsOf(msi);
  if (ret === 0 && vector === 0) domain.interrupts.msiPirq = pirq;
}
