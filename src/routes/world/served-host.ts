/** A host by its name: the world that it is now, until another takes its place. */

import type { Host, HostSettings } from '../../hypervisor/index.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { World } from './world.js';

/** A snapshot, or `{ "domains": [ … ] }`. */
export type Seed = Readonly<Record<string, unknown>>;

/** A machine that was made from a document, and what is to be done once it is served. */
export interface Restored {
  readonly host: Host;
  readonly furnish: (world: World) => void;
}

export interface HostOptions {
  readonly limits: Limits;
  /** What it goes back to; undefined: it is empty. */
  readonly seed?: Seed | undefined;
  /** How long it stays while nobody uses it; undefined: for ever. */
  readonly ttlMs?: number | undefined;
}

export class ServedHost {
  readonly name: string;
  readonly limits: Limits;
  readonly ttlMs: number | undefined;
  /** What a machine of it is built of, unless a snapshot says otherwise. */
  readonly settings: HostSettings;
  seed: Seed | undefined;
  /** Snapshots of it by name, in bytes. */
  readonly snapshots = new Map<string, Uint8Array>();
  /** By the clock of the process, in milliseconds. */
  lastUse = performance.now();
  #world: World;
  #gone: ProblemError | undefined;

  constructor(name: string, host: Host, options: HostOptions = { limits: DEFAULT_LIMITS }) {
    const { limits, seed, ttlMs } = options;
    this.name = name;
    this.limits = limits;
    this.ttlMs = ttlMs;
    this.seed = seed;
    this.settings = host.settings;
    this.#world = new World(host, limits);
  }

  /** Throws once the host is gone. */
  get world(): World {
    if (this.#gone !== undefined) throw this.#gone;
    return this.#world;
  }

  /** Requests wait on it, or connections are open. */
  get isBusy(): boolean {
    return this.#world.waiting.nr > 0;
  }

  /** From now on requests come to this one; who waits on the one before is told why it waits no longer. */
  become({ host, furnish }: Restored, why: ProblemError): void {
    const before = this.#world;
    const world = new World(host, this.limits);
    furnish(world);
    this.#world = world;
    before.end(why);
  }

  /** Before anybody has come to it. */
  load(restored: Restored, seed: Seed | undefined): void {
    this.seed = seed;
    this.become(restored, replaced('was loaded'));
  }

  /** Nobody comes to it any more. */
  end(why: ProblemError): void {
    this.#gone = why;
    this.#world.end(why);
  }
}

/** Why a request that waited ends: another world has taken the place of the one on which it did. */
export const replaced = (how: string): ProblemError =>
  new ProblemError(ownProblem('host-reset', `the host ${how} while the request waited`));
