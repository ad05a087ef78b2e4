/** The domain of a replay as its device model sees it. */

import type { ServerNames } from './server-names.js';
import type { Reply, Service } from './service.js';

export interface ServedDomain {
  readonly service: Service;
  readonly domid: number;
  readonly servers: ServerNames;
  /** A call on the domain of which nothing but success is expected. */
  demand(method: string, path: string, body?: object): Promise<Reply>;
  /** The port on which Xen waits for vcpu 0's answers from a server. */
  portOf(id: number): Promise<number | undefined>;
  /** dom0 notifies a port of the domain. */
  sendEvent(port: number): Promise<void>;
}
