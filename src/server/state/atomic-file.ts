/**
 * A file that is whole at any moment: what is written goes to a file beside it, down to the disk, and takes its place
 * in one step. Killed in between, the file is what it was.
 */

import { open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** What is being written is of one process of one machine: those that share a folder do not meet. */
const BEING_WRITTEN = /\.(\d+)@([^@]+)\.new$/;

type Pieces = AsyncIterable<string | Uint8Array>;

/** One writer at a time in a process. */
export async function writeAtomically(file: string, pieces: Pieces): Promise<void> {
  const beside = `${file}.${process.pid}@${hostname()}.new`;
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

/** What processes of this machine that are no more were writing when they were killed. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid, machine] = BEING_WRITTEN.exec(name) ?? [];
    if (machine === hostname() && !isOther(Number(pid)))
      await rm(join(folder, name), { force: true });
  }
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

/** Whether it runs and is not this one, which has not begun to write. */
function isOther(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
