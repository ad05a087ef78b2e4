/**
 * Pages have left the guest's memory: before a vcpu goes on, every device model has to forget what
 * it has mapped of it.
 *
 * Reference: xen/common/ioreq.c, ioreq_signal_mapcache_invalidate() and
 * vcpu_ioreq_handle_completion(); xen/arch/x86/hvm/hypercall.c, hvm_hypercall().
 */

import { sendInvalidate } from '../ioreq/broadcast.js';
import type { Access } from './access.js';

/** False: the access has come to its end, for a server that was to be told has no page. */
export function tellOfRemovals(access: Access): boolean {
  const { domain, vcpu, recorder } = access;
  vcpu.mapcacheInvalidate = false;
  const results = sendInvalidate(domain.ioreqServers, vcpu);
  recorder?.record('mapcache_invalidate', results.filter((result) => result === 'sent').length);
  if (!results.includes('no_page')) return true;
  access.settle('host_panic');
  return false;
}
