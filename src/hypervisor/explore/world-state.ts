/**
 * All of a world that one actor could change and another could see, taken down part by part, so that
 * it can be told which parts a transition has written.
 */

import type { Domain } from '../domain.js';
import { TABLE_SHIFT } from '../ept/table-pages.js';
import type { Vcpu } from '../vcpu.js';
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

export const NOTHING = 0;
export const EVERYTHING = (1 << 9) - 1;

/** The parts that are a few numbers each. */
const NUMBERS: readonly { readonly part: number; readonly of: (domain: Domain) => number[] }[] = [
  { part: PART.map, of: mapNumbers },
  { part: PART.claim, of: ({ p2m: { claim } }) => [claim.owner ?? -1, claim.flags] },
  { part: PART.servers, of: serverNumbers },
  { part: PART.run, of: runNumbers },
  { part: PART.exits, of: ({ vcpus }) => vcpus.map(({ inExit }) => Number(inExit)) },
  { part: PART.busy, of: ({ vcpus }) => vcpus.map(({ access }) => access?.id ?? 0) },
  { part: PART.locks, of: lockNumbers },
  { part: PART.rest, of: ({ pciCf8, deviceRegisters }) => [pciCf8, ...deviceRegisters.values()] },
];

export class WorldState {
  #tables = new Uint32Array(0);
  #numbers: readonly (readonly number[])[] = [];
  readonly #pages = new Map<number, Uint32Array>();
  #shared: ReadonlySet<number> = new Set();

  /** Take the world down as it is now; the parts that are not as they were, as bits of `PART`. */
  update({ host, domain }: Pick<World, 'host' | 'domain'>): number {
    const { words, used } = host.tablePages;
    let parts = this.#updateTables(words, used << TABLE_SHIFT) ? PART.map : NOTHING;
    const numbers = NUMBERS.map(({ of }) => of(domain));
    for (const [index, { part }] of NUMBERS.entries())
      if (!areEqual(numbers[index] ?? [], this.#numbers[index] ?? [])) parts |= part;
    this.#numbers = numbers;

    const shared = sharedFrames(domain);
    for (const mfn of this.#updatePages(host.machine.contents()))
      parts |= shared.has(mfn) || this.#shared.has(mfn) ? PART.servers : PART.memory;
    this.#shared = shared;
    return parts;
  }

  #updateTables(words: Uint32Array, length: number): boolean {
    if (this.#tables.length === length) return copyDifferences(this.#tables, words);
    this.#tables = words.slice(0, length);
    return true;
  }

  /** The frames whose contents are not what they were. */
  #updatePages(contents: Iterable<readonly [number, Uint8Array]>): number[] {
    const gone = new Set(this.#pages.keys());
    const changed: number[] = [];
    for (const [mfn, bytes] of contents) {
      gone.delete(mfn);
      const page = new Uint32Array(bytes.buffer);
      const known = this.#pages.get(mfn);
      if (known === undefined) this.#pages.set(mfn, page.slice());
      if (known === undefined || copyDifferences(known, page)) changed.push(mfn);
    }
    for (const mfn of gone) this.#pages.delete(mfn);
    return [...changed, ...gone];
  }
}

/** Make `to` what `from` begins with; whether it was not. */
function copyDifferences(to: Uint32Array, from: Uint32Array): boolean {
  let differs = false;
  for (let at = 0; at < to.length; at++) {
    const word = from[at] ?? 0;
    if (to[at] === word) continue;
    to[at] = word;
    differs = true;
  }
  return differs;
}

function areEqual(some: readonly number[], others: readonly number[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}

function mapNumbers({ p2m }: Domain): number[] {
  const { logDirty, entryCount, maxMappedGfn, defaultAccess } = p2m;
  const { enabled, global, marked } = logDirty;
  const ranges = [...logDirty.ranges].flat();
  return [entryCount, maxMappedGfn, defaultAccess, +enabled, +global, marked, ...ranges];
}

function serverNumbers(domain: Domain): number[] {
  const numbers = domain.vcpus.map(({ blockedInXen }) => blockedInXen?.port ?? 0);
  for (const { id, enabled, requests, ioreqPage, bufioreqPage } of domain.ioreqServers.inOrder) {
    numbers.push(id, +enabled, ioreqPage.mfn ?? -1, bufioreqPage.mfn ?? -1);
    for (const vcpu of domain.vcpus) numbers.push(+requests.isPending(vcpu.id));
  }
  return numbers;
}

function runNumbers({ pauseCount, dying, shutdown, vcpus }: Domain): number[] {
  return [pauseCount, +dying, shutdown.reason ?? -1, +shutdown.isComplete, ...vcpus.flatMap(flags)];
}

const flags = (vcpu: Vcpu): number[] => [
  vcpu.pauseCount,
  +vcpu.spuriousMisconfig,
  +vcpu.deferShutdown,
  +vcpu.pausedForShutdown,
  +vcpu.mapcacheInvalidate,
  +vcpu.upcallPending,
  +vcpu.nmiPending,
  +(vcpu.injectedEvent !== undefined),
];

function lockNumbers({ p2m, ioreqServers }: Domain): number[] {
  return [p2m.lock, p2m.claim.lock, ioreqServers.lock].map(({ isHeld }) => +isHeld);
}

/** Frames that Xen and a device model share: what is in them is part of the servers. */
const sharedFrames = ({ ioreqServers }: Domain): ReadonlySet<number> =>
  new Set(
    ioreqServers.inOrder.flatMap(({ ioreqPage, bufioreqPage }) =>
      [ioreqPage.mfn, bufioreqPage.mfn].filter((mfn) => mfn !== undefined),
    ),
  );
