/**
 * Where a process keeps the files of its domains: a directory of its own, gone when it ends. What a process has left
 * that was killed is removed when the next one starts.
 */

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SharedFile } from './shared-file.js';

const OWNER_ONLY = 0o700;
const OF_A_PROCESS = /^fakexen-(\d+)-\d+$/;

/** Those that this process has made. */
const ours = new Set<string>();

export class ShmDir {
  readonly #path: string;
  #exists = false;
  #files = 0;

  constructor(base = '/dev/shm') {
    removeStale(base);
    this.#path = join(base, `fakexen-${process.pid}-${ours.size}`);
    ours.add(this.#path);
  }

  /** For a new domain. The directory is made when the first one comes. */
  storageFor(domid: number): SharedFile {
    if (!this.#exists) {
      mkdirSync(this.#path, { recursive: true, mode: OWNER_ONLY });
      removeAtExit();
      this.#exists = true;
    }
    return new SharedFile(join(this.#path, `domain-${domid}.${++this.#files}`));
  }

  remove(): void {
    rmSync(this.#path, { recursive: true, force: true });
    this.#exists = false;
  }
}

let isWatched = false;

function removeAtExit(): void {
  if (isWatched) return;
  isWatched = true;
  process.once('exit', () => {
    for (const path of ours) rmSync(path, { recursive: true, force: true });
  });
}

/** Also what one had that had our own number before us, as it is in a container. */
function removeStale(base: string): void {
  for (const name of namesIn(base)) {
    const pid = Number(OF_A_PROCESS.exec(name)?.[1] ?? NaN);
    const path = join(base, name);
    const isLeft = pid === process.pid ? !ours.has(path) : pid > 0 && !isAlive(pid);
    if (isLeft) rmSync(path, { recursive: true, force: true });
  }
}

function namesIn(base: string): string[] {
  try {
    return readdirSync(base);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
