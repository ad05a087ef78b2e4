/**
 * A domain's frames in a file of their own: each page that has contents has a slot there, and a device model maps the
 * slots of the gfns that it asks for.
 *
 * A slot that has been handed out stays what it was for whoever mapped it, also when its frame is given back: no other
 * frame comes to lie there until the device models have gone.
 */

import { closeSync, ftruncateSync, openSync, unlinkSync } from 'node:fs';
import { PAGE_SIZE, XenError, hex, type PageStorage } from '../hypervisor/index.js';
import { forsake, mapShared, reserve, type Mapping } from './memory-map.js';

/** Pages that are mapped at a time: 2 MiB. */
const PAGES_AT_ONCE = 512;
const BYTES_AT_ONCE = PAGES_AT_ONCE * PAGE_SIZE;
const OWNER_ONLY = 0o600;

export class SharedFile implements PageStorage {
  readonly path: string;
  readonly #fd: number;
  readonly #mappings: Mapping[] = [];
  readonly #slots = new Map<number, number>();
  readonly #free: number[] = [];
  readonly #handedOut = new Set<number>();
  /** Slots of no frame any more that somebody may still have mapped. */
  readonly #retired: number[] = [];
  #nrSlots = 0;
  #closed = false;

  constructor(path: string) {
    this.path = path;
    this.#fd = openSync(path, 'wx+', OWNER_ONLY);
  }

  allocate(mfn: number): Uint8Array {
    const page = this.#closed ? undefined : this.#newPage(mfn);
    return page ?? new Uint8Array(PAGE_SIZE);
  }

  release(first: number, nr: number): void {
    for (const mfn of this.#kept(first, nr)) {
      const slot = this.#slots.get(mfn);
      if (slot === undefined) continue;
      this.#slots.delete(mfn);
      (this.#handedOut.has(slot) ? this.#retired : this.#free).push(slot);
    }
  }

  /** Where in the file the frame lies, in pages, for somebody who maps it; undefined: it has no contents. */
  handOut(mfn: number): number | undefined {
    const slot = this.#slots.get(mfn);
    if (slot !== undefined) this.#handedOut.add(slot);
    return slot;
  }

  /** No device model is left that could have anything mapped. */
  reclaim(): void {
    this.#handedOut.clear();
    this.#free.push(...this.#retired.splice(0));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const mapping of this.#mappings) forsake(mapping);
    closeSync(this.#fd);
    unlinkSync(this.path);
  }

  #newPage(mfn: number): Uint8Array {
    const reused = this.#free.pop();
    const slot = reused ?? this.#nrSlots;
    const mapping = this.#mappingOf(slot);
    if (!reserve(this.#fd, slot * PAGE_SIZE, PAGE_SIZE))
      throw new XenError('ENOMEM', `there is no room for frame ${hex(mfn)} in ${this.path}`);
    if (reused === undefined) this.#nrSlots++;
    this.#slots.set(mfn, slot);
    const offset = (slot % PAGES_AT_ONCE) * PAGE_SIZE;
    const page = mapping.bytes.subarray(offset, offset + PAGE_SIZE);
    if (reused !== undefined) page.fill(0);
    return page;
  }

  #mappingOf(slot: number): Mapping {
    const index = Math.floor(slot / PAGES_AT_ONCE);
    const known = this.#mappings[index];
    if (known !== undefined) return known;
    ftruncateSync(this.#fd, (index + 1) * BYTES_AT_ONCE);
    return (this.#mappings[index] = mapShared(this.#fd, index * BYTES_AT_ONCE, BYTES_AT_ONCE));
  }

  *#kept(first: number, nr: number): Generator<number> {
    if (nr <= this.#slots.size) for (let mfn = first; mfn < first + nr; mfn++) yield mfn;
    else for (const mfn of this.#slots.keys()) if (mfn >= first && mfn < first + nr) yield mfn;
  }
}
