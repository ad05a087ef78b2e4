/** Where hosts are kept that are not in the memory of the process. */

import type { ServedHost } from '../world/served-host.js';

export interface HostArchive {
  /** Whether there is a host of that name. */
  has(name: string): boolean;
  /** Makes it one of the hosts of the process; undefined: there is none. */
  load(name: string): Promise<ServedHost | undefined>;
  save(host: ServedHost): Promise<void>;
  forget(host: Pick<ServedHost, 'name'>): Promise<void>;
}
