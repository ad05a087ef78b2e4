/** What is in memory, page by page, as it was when it was last looked at. */

import { IOREQ_SIZE } from '../abi/ioreq.js';
import type { IoreqServer } from '../ioreq/ioreq-server.js';
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

interface Page {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  readonly copy: Uint32Array;
  use: keyof typeof PARTS_OF;
  isLeft: boolean;
}

export class PageCopies {
  readonly #pages = new Map<number, Page>();

  /** Make the copies equal to what there is; the parts that were not, as bits of `PART`. */
  update(
    contents: Iterable<readonly [number, Uint8Array]>,
    servers: readonly IoreqServer[],
  ): number {
    let parts = NOTHING;
    for (const page of this.#pages.values()) page.isLeft = false;
    for (const [mfn, bytes] of contents) {
      const known = this.#pages.get(mfn);
      const page = known?.bytes === bytes ? known : newPage(bytes, known);
      const before = known?.use ?? 'memory';
      page.isLeft = true;
      page.use = useOf(servers, mfn);
      if (page !== known) this.#pages.set(mfn, page);
      if (known === undefined || page.use !== before)
        parts |= PARTS_OF[before] | PARTS_OF[page.use];
      if (page.use === 'slots') parts |= slotsThatDiffer(page);
      else if (copyDifferences(page.copy, page.words)) parts |= PARTS_OF[page.use];
    }
    for (const [mfn, { isLeft, use }] of this.#pages) {
      if (isLeft) continue;
      this.#pages.delete(mfn);
      parts |= PARTS_OF[use];
    }
    return parts;
  }
}

/** Make `to` what `from` begins with; whether it was not. Pages and tables are whole fours of words. */
export function copyDifferences(to: Uint32Array, from: Uint32Array): boolean {
  let differs = false;
  for (let at = 0; at < to.length; at += WORDS_AT_ONCE) {
    const difference =
      (to[at]! ^ from[at]!) |
      (to[at + 1]! ^ from[at + 1]!) |
      (to[at + 2]! ^ from[at + 2]!) |
      (to[at + 3]! ^ from[at + 3]!);
    if (difference === 0) continue;
    for (let word = at; word < at + WORDS_AT_ONCE; word++) to[word] = from[word]!;
    differs = true;
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

function newPage(bytes: Uint8Array, known: Page | undefined): Page {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const copy = known?.copy ?? words.slice();
  return { bytes, words, copy, use: 'memory', isLeft: true };
}

/** Whose slots of a shared page are not as they were. */
function slotsThatDiffer({ copy, words }: Page): number {
  let parts = NOTHING;
  for (let at = 0; at < words.length; at++) {
    if (copy[at] === words[at]) continue;
    copy[at] = words[at]!;
    parts |= ofVcpu(VCPU_PART.slot, Math.floor(at / SLOT_WORDS));
  }
  return parts;
}
