/** A host becomes what a snapshot says. */

import type { ByteForm } from '../../hypervisor/index.js';
import { replaced, type ServedHost } from '../served-host.js';
import { atRest } from '../tasks.js';
import { JSON_FORM } from './json-form.js';
import { readBinary } from './binary-form.js';
import { restored } from './world-document.js';

/** Parsed JSON, or bytes. Comes back once no call is under way on the world before. */
export async function putSnapshot(served: ServedHost, body: unknown): Promise<void> {
  const { document, form }: { document: unknown; form: ByteForm } =
    body instanceof Uint8Array ? readBinary(body) : { document: body, form: JSON_FORM };
  const world = await restored(document, form, served.settings);
  const before = served.world;
  served.become(world, replaced('was restored from a snapshot'));
  await atRest(before.host);
}
