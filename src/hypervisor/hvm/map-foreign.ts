/**
 * Another domain maps pages: those that a gfn stands for, or what Xen gives out as a resource.
 *
 * Reference: xen/arch/x86/mm.c, get_page_from_l1e(); xen/common/memory.c, acquire_resource().
 */

import type { Domain } from '../domain.js';
import { acquireFrame } from '../ioreq/acquire-frame.js';

/** RAM by its gfns; EINVAL where there is none. */
export function mapGfns(domain: Domain, by: number, firstGfn: number, nr: number): number {
  const frames = Array.from({ length: nr }, (_, page) => domain.ram.frameBehind(firstGfn + page));
  return domain.mappings.add({ by, frames, areOwn: true });
}

/** A page that an ioreq server shares: ENOENT, EPERM, EINVAL as when it is acquired. */
export function mapServerFrame(
  domain: Domain,
  by: number,
  ioservid: number,
  frame: number,
): number {
  const { mfn } = acquireFrame(domain.ioreqServers, { domid: by }, ioservid, frame);
  return domain.mappings.add({ by, frames: [mfn!], areOwn: false });
}
