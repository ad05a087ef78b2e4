/** DMOP remote_shutdown, SCHEDOP_remote_shutdown: somebody else stops a domain. Reference: xen/common/domain.c, domain_shutdown(). */

import type { Domain } from '../domain.js';

/** Any reason is taken, its low 8 bits stored; the first one counts. */
export function remoteShutdown(domain: Domain, reason: number): void {
  domain.shutdown.begin(reason & 0xff);
  domain.emit({ type: 'domain', domid: domain.domid, change: 'shutdown' });
}
