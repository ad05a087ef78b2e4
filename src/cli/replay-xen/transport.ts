/** The ways in which a device model can be served: what it sees of a request, and how it answers. */

import type { RecordedBufioreq, RecordedIoreq } from './recording.js';
import type { ServedDomain } from './served-domain.js';

export interface Transport {
  /** The request that waits at a server. */
  take(domain: ServedDomain, id: number): Promise<RecordedIoreq>;
  /** With the value of a read that is answered in the request itself. */
  answer(domain: ServedDomain, id: number, value: bigint | undefined): Promise<void>;
  /** All that is in a server's buffered ring, which is empty afterwards. */
  drain(domain: ServedDomain, id: number): Promise<RecordedBufioreq[]>;
  /** The device model goes away for a while: it takes no request before it is asked to again. */
  release?(): Promise<void>;
}
