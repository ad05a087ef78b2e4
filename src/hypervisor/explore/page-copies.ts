/** What is in memory, page by page, as it was when it was last looked at. */

import { IOREQ_SIZE } from '../abi/ioreq.js';
import type { IoreqServer } from '../ioreq/ioreq-server.js';
import type { Digests } from './digests.js';
import { NOTHING, ofEveryVcpu, ofVcpu, PART, VCPU_PART } from './parts.js';

const SLOTS = ofEveryVcpu(VCPU_PART.slot);
const SLOT_WORDS = IOREQ_SIZE / 4;
const WORDS_AT_ONCE = 4;

/** By what a page is for. What belongs to a server that is disabled a guest may see as well. */
const PARTS_OF = {
  memory: PART.memory,
  slots: SLOTS,
  ring: PART.queue,
  open: SLOTS | PART.queue | PART.memory,
} as const;

/** Places of digests: the words of pages come last. */
const FIRST_OF_PAGES = 2 ** 32;
const WORDS_PER_PAGE = 1024;

interface Page {
  readonly mfn: number;
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  readonly copy: Uint32Array;
  use: keyof typeof PARTS_OF;
  isLeft: boolean;
}

export class PageCopies {
  readonly #pages = new Map<number, Page>();
  readonly #digests: Digests;

  constructor(digests: Digests) {
    this.#digests = digests;
  }

  /** Make the copies equal to what there is; the parts that were not, as bits of `PART`. */
  update(
    contents: Iterable<readonly [number, Uint8Array]>,
    servers: readonly IoreqServer[],
  ): number {
    let parts = NOTHING;
    for (const page of this.#pages.values()) page.isLeft = false;
    for (const [mfn, bytes] of contents) {
      const known = this.#pages.get(mfn);
      const page = known?.bytes === bytes ? known : newPage(mfn, bytes, known);
      page.isLeft = true;
      if (page !== known) this.#pages.set(mfn, page);
      if (known === undefined) parts |= PART.memory;
      parts |= this.#useFor(page, useOf(servers, mfn)) | this.#compare(page);
    }
    for (const [mfn, page] of this.#pages) {
      if (page.isLeft) continue;
      for (let at = 0; at < page.copy.length; at++) this.#change(page, at, page.copy[at]!, 0);
      this.#pages.delete(mfn);
      parts |= PARTS_OF[page.use];
    }
    return parts;
  }

  /** What is in the page counts from now on as of other parts. */
  #useFor(page: Page, use: Page['use']): number {
    const before = page.use;
    if (use === before) return NOTHING;
    const { copy } = page;
    for (let at = 0; at < copy.length; at++) this.#change(page, at, copy[at]!, 0);
    page.use = use;
    for (let at = 0; at < copy.length; at++) this.#change(page, at, 0, copy[at]!);
    return PARTS_OF[before] | PARTS_OF[use];
  }

  #compare(page: Page): number {
    let parts = NOTHING;
    copyDifferences(page.copy, page.words, (at, from, to) => {
      this.#change(page, at, from, to);
      parts |= partsOf(page, at);
    });
    return parts;
  }

  #change(page: Page, at: number, from: number, to: number): void {
    const place = FIRST_OF_PAGES + page.mfn * WORDS_PER_PAGE + at;
    for (let left = partsOf(page, at); left !== 0; left &= left - 1)
      this.#digests.change(left & -left, place, from, to);
  }
}

/** Make `to` what `from` begins with; whether it was not. Pages and tables are whole fours of words. */
export function copyDifferences(
  to: Uint32Array,
  from: Uint32Array,
  changed: (at: number, from: number, to: number) => void,
): boolean {
  let differs = false;
  for (let at = 0; at < to.length; at += WORDS_AT_ONCE) {
    const difference =
      (to[at]! ^ from[at]!) |
      (to[at + 1]! ^ from[at + 1]!) |
      (to[at + 2]! ^ from[at + 2]!) |
      (to[at + 3]! ^ from[at + 3]!);
    if (difference === 0) continue;
    differs = true;
    for (let word = at; word < at + WORDS_AT_ONCE; word++) {
      if (to[word] === from[word]) continue;
      changed(word, to[word]!, from[word]!);
      to[word] = from[word]!;
    }
  }
  return differs;
}

function useOf(servers: readonly IoreqServer[], mfn: number): Page['use'] {
  for (const { enabled, ioreqPage, bufioreqPage } of servers) {
    const isRing = bufioreqPage.mfn === mfn;
    if (!isRing && ioreqPage.mfn !== mfn) continue;
    if (!enabled) return 'open';
    return isRing ? 'ring' : 'slots';
  }
  return 'memory';
}

/** A page whose copy, unless there is one already, is of zeros. */
function newPage(mfn: number, bytes: Uint8Array, known: Page | undefined): Page {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const copy = known?.copy ?? new Uint32Array(words.length);
  return { mfn, bytes, words, copy, use: known?.use ?? 'memory', isLeft: true };
}

/** Of one word: in a page of requests it belongs to one vcpu. */
const partsOf = ({ use }: Page, at: number): number =>
  use === 'slots' ? ofVcpu(VCPU_PART.slot, Math.floor(at / SLOT_WORDS)) : PARTS_OF[use];
