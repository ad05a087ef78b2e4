import { createHash } from 'node:crypto';
import type { Host } from '../../src/hypervisor/host.js';
import { writeHost } from '../../src/hypervisor/snapshot/host-state.js';

const digest = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest('hex');

/** All that a snapshot of a host holds, bytes by their digest, but what its journal counts: hosts alike have the same. */
export function stateOf(host: Host) {
  const { next_seq: _, ...state } = writeHost(host, {
    write: digest,
    read: () => undefined,
  }) as Readonly<Record<string, unknown>>;
  return state;
}
