/**
 * Which files are this process's, where several share a folder: a file is of the one that wrote it last. Nobody asks
 * the others; one that has lost a file to another notices when it is about to write it.
 */

import { stat } from 'node:fs/promises';

export class FileClaims {
  /** How each file was when this process had written it. */
  readonly #marks = new Map<string, string>();

  /** This process has just written it. */
  async claim(file: string): Promise<void> {
    this.#marks.set(file, await markOf(file));
  }

  /** Somebody else has written or removed it since this process did. */
  async isLost(file: string): Promise<boolean> {
    const mark = this.#marks.get(file);
    return mark !== undefined && mark !== (await markOf(file));
  }

  drop(file: string): void {
    this.#marks.delete(file);
  }
}

/** A file that is written atomically is another one each time. */
async function markOf(file: string): Promise<string> {
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  return found === undefined ? 'none' : `${found.ino} ${found.mtimeNs}`;
}
