/**
 * XEN_DOMCTL_getdomaininfo: a domain as a toolstack sees it.
 *
 * Reference: xen/common/domctl.c, getdomaininfo(); xen/include/public/domctl.h. A vcpu here neither
 * runs nor is blocked while nobody asks it to do something, so neither flag is ever set.
 */

import type { Domain } from '../domain.js';

/** XEN_DOMINF_*. */
const FLAG = {
  dying: 1 << 0,
  hvm: 1 << 1,
  shutdown: 1 << 2,
  paused: 1 << 3,
  xs_domain: 1 << 7,
  hap: 1 << 8,
} as const;
const SHUTDOWN_SHIFT = 2 ** 16;
/** The code of a domain that has not shut down, and the highest vcpu of one that has none. */
const NO_CODE = 0xffff;
const NO_VCPU = 0xffff_ffff;

export interface DomainInfo {
  /** XEN_DOMINF_*, and in bits 31:16 why it has shut down, or all ones. */
  readonly flags: number;
  readonly totalPages: number;
  readonly maxPages: number;
  readonly onlineVcpus: number;
  readonly maxVcpuId: number;
}

export function domainInfo(domain: Domain): DomainInfo {
  const { shutdown, vcpus } = domain;
  const holds: Record<keyof typeof FLAG, boolean> = {
    dying: domain.dying,
    hvm: domain.isHvm,
    shutdown: shutdown.isComplete,
    paused: domain.controllerPauseCount > 0,
    xs_domain: domain.hasXenstore,
    hap: domain.hap,
  };
  const names = Object.keys(FLAG) as (keyof typeof FLAG)[];
  const bits = names.filter((name) => holds[name]).reduce((mask, name) => mask | FLAG[name], 0);
  return {
    flags: (shutdown.reason ?? NO_CODE) * SHUTDOWN_SHIFT + bits,
    totalPages: domain.pages,
    maxPages: domain.maxPages,
    onlineVcpus: vcpus.filter(({ isDown }) => !isDown).length,
    maxVcpuId: vcpus.length === 0 ? NO_VCPU : vcpus.length - 1,
  };
}
