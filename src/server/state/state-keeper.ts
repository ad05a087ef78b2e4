/**
 * Keeps hosts in files: the default one in `--state-file`, each other one in a file of its name in `--state-dir`. They
 * are written every so often and when the process ends. A folder may be shared: a host of it is loaded by whichever
 * process is told to.
 */

import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { HostArchive } from '../../routes/hosts/host-archive.js';
import type { ServedHost } from '../../routes/world/served-host.js';
import { removeLeftovers } from './atomic-file.js';
import { FileClaims } from './file-claims.js';
import { loadHost, saveHost } from './host-file.js';

export interface StateSettings {
  readonly stateFile: string | undefined;
  readonly stateDir: string | undefined;
  /** Seconds from one writing to the next; 0: only at the end. */
  readonly stateInterval: number;
}

const SUFFIX = '.fakexen';

export class StateKeeper implements HostArchive {
  readonly #app: FastifyInstance;
  readonly #settings: StateSettings;
  /** What is done to the file of each host, one thing after the other. */
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #claims = new FileClaims();

  /** Before the service is ready. */
  constructor(app: FastifyInstance, settings: StateSettings) {
    this.#app = app;
    this.#settings = settings;
    app.addHook('onClose', () => this.#saveAll());
  }

  /** Loads the default host if its file is there; from then on all are written. */
  async begin(): Promise<void> {
    const { stateFile, stateDir, stateInterval } = this.#settings;
    const { hosts } = this.#app;
    if (stateDir !== undefined) {
      await mkdir(stateDir, { recursive: true });
      await removeLeftovers(stateDir);
      hosts.archive = this;
    }
    if (stateFile !== undefined) {
      await removeLeftovers(dirname(stateFile));
      const kept = await loadHost(stateFile, hosts.default.settings, hosts.limits).catch(
        (error: unknown) => {
          throw new Error(`${stateFile}: ${(error as Error).message}`);
        },
      );
      if (kept !== undefined)
        hosts.default.load(kept.world, hosts.default.seed ?? kept.options.seed);
    }
    if (stateInterval > 0) this.#saveEvery(stateInterval * 1000);
  }

  has(name: string): boolean {
    const file = this.#fileOf(name);
    return file !== undefined && existsSync(file);
  }

  async load(name: string): Promise<ServedHost | undefined> {
    const { hosts } = this.#app;
    const file = this.#fileOf(name);
    if (file === undefined) return undefined;
    const kept = await loadHost(file, hosts.default.settings, hosts.limits);
    if (kept === undefined) return undefined;
    const known = hosts.find(name);
    if (known !== undefined) return known;
    const served = hosts.add(name, kept.world.host, kept.options);
    kept.world.furnish(served.world);
    await this.save(served);
    return served;
  }

  /** From then on its file is of this process, until another loads it. */
  async save(served: ServedHost): Promise<void> {
    const file = this.#fileOf(served.name);
    if (file !== undefined) await this.#afterOthers(served.name, () => this.#write(served, file));
  }

  async forget({ name }: Pick<ServedHost, 'name'>): Promise<void> {
    const file = this.#fileOf(name);
    if (file === undefined) return;
    await this.#afterOthers(name, async () => {
      if (!(await this.#claims.isLost(file))) await rm(file, { force: true });
      this.#claims.drop(file);
    });
  }

  async #write(served: ServedHost, file: string): Promise<void> {
    await saveHost(served, file);
    await this.#claims.claim(file);
  }

  /** What another process has taken over is not written over: it is no host of this one any more. */
  async #keep(served: ServedHost): Promise<void> {
    const { hosts } = this.#app;
    const { name } = served;
    const file = this.#fileOf(name);
    if (file === undefined) return;
    await this.#afterOthers(name, async () => {
      if (hosts.find(name) !== served) return;
      if (served === hosts.default || !(await this.#claims.isLost(file)))
        return this.#write(served, file);
      this.#claims.drop(file);
      hosts.remove(served, 'was taken over by another process');
    });
  }

  #saveEvery(ms: number): void {
    const timer = setTimeout(() => {
      void this.#saveAll().then(() => {
        this.#saveEvery(ms);
      });
    }, ms);
    timer.unref();
  }

  /** One that cannot be written does not keep others from it. */
  async #saveAll(): Promise<void> {
    for (const served of this.#app.hosts.all)
      try {
        await this.#keep(served);
      } catch (err) {
        this.#app.log.error({ err, host: served.name }, 'could not be written');
      }
  }

  #afterOthers(name: string, act: () => Promise<void>): Promise<void> {
    const before = this.#queues.get(name) ?? Promise.resolve();
    const mine = before.then(act, act);
    this.#queues.set(name, mine);
    const done = () => {
      if (this.#queues.get(name) === mine) this.#queues.delete(name);
    };
    mine.then(done, done);
    return mine;
  }

  #fileOf(name: string): string | undefined {
    const { stateFile, stateDir } = this.#settings;
    if (name === this.#app.hosts.default.name) return stateFile;
    return stateDir && join(stateDir, `${name}${SUFFIX}`);
  }
}
