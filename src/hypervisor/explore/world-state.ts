/**
 * All of a world that one actor could change and another could see, taken down part by part, so that
 * it can be told which parts a transition has written.
 */

import type { Domain } from '../domain.js';
import { TABLE_SHIFT } from '../ept/table-pages.js';
import type { World } from './program.js';

/** `rest` is what is not taken down: a hypercall counts as reading and writing it. */
export const PART = {
  map: 1 << 0,
  claim: 1 << 1,
  servers: 1 << 2,
  run: 1 << 3,
  exits: 1 << 4,
  busy: 1 << 5,
  memory: 1 << 6,
  locks: 1 << 7,
  rest: 1 << 8,
} as const;

const WORDS_AT_ONCE = 4;

export const NOTHING = 0;
export const EVERYTHING = (1 << 9) - 1;

/** The parts that are a few numbers each, and how these are taken down. */
const NUMBERS: readonly {
  readonly part: number;
  readonly into: (numbers: number[], domain: Domain) => void;
}[] = [
  { part: PART.map, into: takeMap },
  { part: PART.claim, into: (to, { p2m: { claim } }) => to.push(claim.owner ?? -1, claim.flags) },
  { part: PART.servers, into: takeServers },
  { part: PART.run, into: takeRunState },
  { part: PART.exits, into: (to, { vcpus }) => vcpus.forEach((vcpu) => to.push(+vcpu.inExit)) },
  {
    part: PART.busy,
    into: (to, { vcpus }) => vcpus.forEach((vcpu) => to.push(vcpu.access?.id ?? 0)),
  },
  { part: PART.locks, into: takeLocks },
  {
    part: PART.rest,
    into: (to, { pciCf8, deviceRegisters }) => to.push(pciCf8, ...deviceRegisters.values()),
  },
];

/** A page of guest memory, or one that Xen and a device model share, as it was. */
interface Page {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  readonly copy: Uint32Array;
  isShared: boolean;
  isLeft: boolean;
}

export class WorldState {
  #tables = new Uint32Array(0);
  readonly #numbers = NUMBERS.map((): number[] => []);
  readonly #scratch: number[] = [];
  readonly #pages = new Map<number, Page>();

  /** Take the world down as it is now; the parts that are not as they were, as bits of `PART`. */
  update({ host, domain }: Pick<World, 'host' | 'domain'>): number {
    const { words, used } = host.tablePages;
    let parts = this.#updateTables(words, used << TABLE_SHIFT) ? PART.map : NOTHING;
    for (const [index, { part, into }] of NUMBERS.entries()) {
      this.#scratch.length = 0;
      into(this.#scratch, domain);
      if (replaceNumbers(this.#numbers[index] ?? [], this.#scratch)) parts |= part;
    }
    return parts | this.#updatePages(host.machine.contents(), domain);
  }

  #updateTables(words: Uint32Array, length: number): boolean {
    if (this.#tables.length === length) return copyDifferences(this.#tables, words);
    this.#tables = words.slice(0, length);
    return true;
  }

  #updatePages(
    contents: Iterable<readonly [number, Uint8Array]>,
    { ioreqServers: { inOrder } }: Domain,
  ): number {
    let parts = NOTHING;
    for (const page of this.#pages.values()) page.isLeft = false;
    for (const [mfn, bytes] of contents) {
      const known = this.#pages.get(mfn);
      const page = known?.bytes === bytes ? known : newPage(bytes, known);
      const wasShared = known?.isShared === true;
      page.isLeft = true;
      page.isShared = inOrder.some(
        ({ ioreqPage, bufioreqPage }) => ioreqPage.mfn === mfn || bufioreqPage.mfn === mfn,
      );
      if (page !== known) this.#pages.set(mfn, page);
      if (known === undefined || copyDifferences(page.copy, page.words))
        parts |= wasShared || page.isShared ? PART.servers : PART.memory;
    }
    for (const [mfn, { isLeft, isShared }] of this.#pages) {
      if (isLeft) continue;
      this.#pages.delete(mfn);
      parts |= isShared ? PART.servers : PART.memory;
    }
    return parts;
  }
}

function newPage(bytes: Uint8Array, known: Page | undefined): Page {
  const words = new Uint32Array(bytes.buffer);
  return { bytes, words, copy: known?.copy ?? words.slice(), isShared: false, isLeft: true };
}

/** Make `to` what `from` begins with; whether it was not. Pages and tables are whole fours of words. */
function copyDifferences(to: Uint32Array, from: Uint32Array): boolean {
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

function replaceNumbers(to: number[], from: readonly number[]): boolean {
  let differs = to.length !== from.length;
  to.length = from.length;
  for (const [at, number] of from.entries()) {
    if (to[at] === number) continue;
    to[at] = number;
    differs = true;
  }
  return differs;
}

function takeMap(to: number[], { p2m }: Domain): void {
  const { logDirty, entryCount, maxMappedGfn, defaultAccess } = p2m;
  const { enabled, global, marked } = logDirty;
  to.push(entryCount, maxMappedGfn, defaultAccess, +enabled, +global, marked);
  for (const [first, last] of logDirty.ranges) to.push(first, last);
}

function takeServers(to: number[], { vcpus, ioreqServers }: Domain): void {
  for (const { blockedInXen } of vcpus) to.push(blockedInXen?.port ?? 0);
  for (const { id, enabled, requests, ioreqPage, bufioreqPage } of ioreqServers.inOrder) {
    to.push(id, +enabled, ioreqPage.mfn ?? -1, bufioreqPage.mfn ?? -1);
    for (const vcpu of vcpus) to.push(+requests.isPending(vcpu.id));
  }
}

function takeRunState(to: number[], { pauseCount, dying, shutdown, vcpus }: Domain): void {
  to.push(pauseCount, +dying, shutdown.reason ?? -1, +shutdown.isComplete);
  for (const vcpu of vcpus)
    to.push(
      vcpu.pauseCount,
      +vcpu.spuriousMisconfig,
      +vcpu.deferShutdown,
      +vcpu.pausedForShutdown,
      +vcpu.mapcacheInvalidate,
      +vcpu.upcallPending,
      +vcpu.nmiPending,
      +(vcpu.injectedEvent !== undefined),
    );
}

function takeLocks(to: number[], { p2m, ioreqServers }: Domain): void {
  to.push(+p2m.lock.isHeld, +p2m.claim.lock.isHeld, +ioreqServers.lock.isHeld);
}
