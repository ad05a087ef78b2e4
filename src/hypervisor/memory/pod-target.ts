/**
 * XENMEM_set_pod_target, XENMEM_get_pod_target: how much memory a domain whose RAM is populated on
 * demand is to have in the end.
 *
 * Reference: xen/arch/x86/mm.c, arch_memory_op(); xen/arch/x86/mm/p2m-pod.c,
 * p2m_pod_set_mem_target().
 */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';

export interface PodTarget {
  /** 4 KiB pages that the domain owns, those in the cache among them. */
  readonly totalPages: number;
  readonly cachePages: number;
  /** 4 KiB pages that are marked and not populated. */
  readonly entries: number;
}

export function podTargetOf({ pages, p2m: { pod } }: Domain): PodTarget {
  return { totalPages: pages, cachePages: pod.cached, entries: pod.entryCount };
}

/**
 * The cache grows until the domain has `target` pages, but not beyond what is marked. EINVAL for
 * more than the domain may have; ENOTEMPTY where it may flush caches; ENOMEM.
 */
export function setPodTarget(domain: Domain, target: number): PodTarget {
  const { domid, maxPages, pages, p2m } = domain;
  const { pod } = p2m;
  if (target > maxPages)
    throw new XenError('EINVAL', `domain ${domid} may have ${maxPages} pages, not ${target}`);
  const populated = pages - pod.cached;
  const nothingToDo = (populated > 0 && pod.entryCount === 0) || domain.dying || target < pages;
  if (!nothingToDo) {
    if (p2m.memoryTypes.cacheFlushPermitted)
      throw new XenError('ENOTEMPTY', `domain ${domid} has device memory`);
    const wanted = target - populated;
    pod.fill(populated > 0 ? Math.min(wanted, pod.entryCount) : wanted);
  }
  return podTargetOf(domain);
}
