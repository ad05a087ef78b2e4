/** A host becomes what a snapshot says. */

import { replaced, type Restored, type ServedHost } from '../world/served-host.js';
import { atRest } from '../world/tasks.js';
import { readBinary } from './binary-form.js';
import { restored, type Bounds } from './world-document.js';

/** The world that a snapshot in bytes says; throws a problem. */
export function restoredFrom(bytes: Uint8Array, bounds: Bounds): Promise<Restored> {
  const { document, form } = readBinary(bytes);
  return restored(document, form, bounds);
}

/** Comes back once no call is under way on the world before. */
export async function putSnapshot(served: ServedHost, world: Restored): Promise<void> {
  const before = served.world;
  served.become(world, replaced('was restored from a snapshot'));
  await atRest(before.host);
}
