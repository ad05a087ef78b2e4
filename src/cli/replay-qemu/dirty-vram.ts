/** The guest's own writes to video memory are not recorded; what a track_dirty_vram was answered says where they were. */

import { startAccess } from '../../hypervisor/access/access-guest.js';
import type { Domain } from '../../hypervisor/domain.js';
import { PAGE_SIZE, XenError } from '../../hypervisor/index.js';
import type { DmOpRecord } from './recording.js';

/** Where first_pfn lies in struct xen_dm_op. */
const FIRST_PFN = 16;

/** Has the guest write to each page that was dirty. */
export function dirtyAsRecorded(domain: Domain, { bufs: [struct, bitmap] }: DmOpRecord): void {
  const first = Number(Buffer.from(struct?.in ?? '', 'hex').readBigUInt64LE(FIRST_PFN));
  const bits = Buffer.from(bitmap?.out ?? bitmap?.in ?? '', 'hex');
  for (const [index, byte] of bits.entries())
    for (let bit = 0; bit < 8; bit++)
      if (byte & (1 << bit)) writeTo(domain, (first + index * 8 + bit) * PAGE_SIZE);
}

function writeTo(domain: Domain, gpa: number): void {
  try {
    startAccess(domain, { vcpu: 0, kind: 'write', gpa, data: 0n });
  } catch (error) {
    if (!(error instanceof XenError)) throw error;
  }
}
