/**
 * XENMEM_acquire_resource of an ioreq server: Xen allocates its pages, and a device model maps them
 * without their ever being the guest's.
 *
 * Reference: xen/common/ioreq.c, ioreq_server_get_frame() and ioreq_server_alloc_pages().
 */

import { XenError } from '../abi/errno.js';
import type { IoreqPage } from './ioreq-page.js';
import type { IoreqServer } from './ioreq-server.js';
import type { Emulator, IoreqServers } from './ioreq-servers.js';

/** XENMEM_resource_ioreq_server_frame_*. */
export const IOREQ_SERVER_FRAME = { bufioreq: 0, ioreq: 1 } as const;

/** The page behind a frame of the resource; both pages of the server are allocated now. */
export function acquireFrame(
  servers: IoreqServers,
  caller: Emulator,
  id: number,
  frame: number,
): IoreqPage {
  const server = servers.get(id, caller);
  allocatePages(server);
  if (frame === IOREQ_SERVER_FRAME.ioreq) return server.ioreqPage;
  if (frame !== IOREQ_SERVER_FRAME.bufioreq)
    throw new XenError('EINVAL', `ioreq server ${id} has no frame ${frame}`);
  if (!server.isBuffering) throw new XenError('ENOENT', `ioreq server ${id} does not buffer`);
  return server.bufioreqPage;
}

function allocatePages({ ioreqPage, bufioreqPage, isBuffering }: IoreqServer): void {
  try {
    ioreqPage.allocate();
    if (isBuffering) bufioreqPage.allocate();
  } catch (error) {
    ioreqPage.free();
    throw error;
  }
}
