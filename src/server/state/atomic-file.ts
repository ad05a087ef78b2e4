/**
 * A file that is whole at any moment: what is written goes to a file beside it, down to the disk, and takes its place
 * in one step. Killed in between, the file is what it was.
 */

import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

type Pieces = AsyncIterable<string | Uint8Array>;

/** One writer at a time; what one that was killed has left beside the file is written over. */
export async function writeAtomically(file: string, pieces: Pieces): Promise<void> {
  const beside = `${file}.new`;
  const handle = await open(beside, 'w', 0o600);
  try {
    for await (const piece of pieces)
      await handle.writeFile(typeof piece === 'string' ? piece : Buffer.from(piece));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
  await syncFolder(dirname(file));
}

/** Undefined: there is no such file. */
export async function contentsOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** That the name now means the new file is to outlive a crash of the machine as well. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
