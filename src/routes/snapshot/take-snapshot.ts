/** A world written down, in the one form or the other: at once, and turned into bytes by and by. */

import { atRest } from '../world/tasks.js';
import { Turn } from '../world/turn.js';
import type { ServedHost } from '../world/served-host.js';
import { binaryForm, binaryPieces } from './binary-form.js';
import { JSON_FORM, jsonPieces } from './json-form.js';
import { documentOf } from './world-document.js';

type Pieces = Iterable<string | Uint8Array>;

/** Waits until no call is under way; then the world is as it was then. `kept` is what a file says beside it. */
export async function takeSnapshot(
  served: ServedHost,
  asBytes: boolean,
  kept?: object,
): Promise<Pieces> {
  await atRest(served.world.host);
  if (!asBytes) return jsonPieces(documentOf(served.world, JSON_FORM));
  const form = binaryForm();
  return binaryPieces({ ...documentOf(served.world, form), kept }, form);
}

/** Gives others a turn between pieces. */
export async function* inTurns(pieces: Pieces): AsyncGenerator<string | Uint8Array> {
  const turn = new Turn();
  for (const piece of pieces) {
    yield piece;
    if (turn.isOver()) await turn.renew();
  }
}

/** All of it. */
export async function gathered(pieces: Pieces): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const piece of inTurns(pieces))
    chunks.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(chunks);
}
