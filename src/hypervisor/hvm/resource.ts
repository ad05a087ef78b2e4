/**
 * XENMEM_acquire_resource: what there is to be acquired besides the pages of ioreq servers, and how much.
 *
 * Reference: xen/common/memory.c, resource_max_frames(); xen/common/grant_table.c, gnttab_resource_max_frames(),
 * gnttab_acquire_resource(); xen/common/ioreq.c, ioreq_server_max_frames().
 */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';

/** XENMEM_resource_*. */
export const RESOURCE = { ioreq_server: 0, grant_table: 1, vmtrace_buf: 2 } as const;

/** XENMEM_resource_grant_table_id_*. */
const GRANT = { shared: 0, status: 1 } as const;

/** The page of the buffered ring and, for up to 128 vcpus, that of the slots. */
const IOREQ_SERVER_FRAMES = 2;
/** A status frame is for as many frames of the table. */
const FRAMES_A_STATUS_FRAME = 8;
/** -EOPNOTSUPP, taken for a number of frames. */
const NO_NUMBER = 0xffff_ffa1;

/** How many frames there are; EINVAL for what there is not. */
export function sizeOfResource(domain: Domain, type: number, id: number): number {
  switch (type) {
    case RESOURCE.ioreq_server:
      return IOREQ_SERVER_FRAMES;
    case RESOURCE.grant_table:
      if (id === GRANT.shared) return domain.maxGrantFrames;
      if (id === GRANT.status) return Math.ceil(domain.maxGrantFrames / FRAMES_A_STATUS_FRAME);
      break;
    case RESOURCE.vmtrace_buf:
      break;
    default:
      if (domain.profile.knobs.resource_size_errno === 'a_number') return NO_NUMBER;
  }
  throw new XenError('EINVAL', `there is no resource ${id} of type ${type}`);
}

/** EINVAL beyond the largest table, and for the status frames of a table that has none. */
export function grantFramesOf(domain: Domain, id: number, first: number, nr: number): number[] {
  if (id !== GRANT.shared)
    throw new XenError('EINVAL', 'a grant table of version 1 has no status frames');
  const { shared } = domain.memory;
  return Array.from({ length: nr }, (_, index) => shared.grantFrame(first + index));
}
