/** A whole host in a snapshot: written as plain data, and made anew from it. */

import type { Access } from '../access/access.js';
import type { HostSettings } from '../host-settings.js';
import { Host } from '../host.js';
import { Rangeset } from '../rangeset.js';
import { VirtualClock } from '../virtual-clock.js';
import type { Executor } from './access-state.js';
import { DOMAIN, configOf, restoreDomain, restoreMemoryOf, saveDomain } from './domain-state.js';
import { CHANNELS } from './event-channel-state.js';
import { FAULTS, restoreFaults, saveFaults } from './fault-state.js';
import { BrokenSnapshot, bits, flag, orNull, whole, type ByteForm, type ValueOf } from './field.js';
import { MACHINE } from './machine-state.js';
import { list, record } from './record.js';
import { SETTINGS, savedSettings } from './settings-state.js';
import { TABLES, restoreTables, saveTables } from './table-state.js';
import { TableTrees } from './table-tree.js';

export const HOST = record({
  settings: SETTINGS,
  clock: record({ now: bits(64), frozen: flag }),
  /** The journal itself stays behind; its numbers go on. */
  nextSeq: whole(Number.MAX_SAFE_INTEGER, 1),
  faults: FAULTS,
  lastDomid: whole(0x7fef),
  zombies: list(whole(0xffff)),
  dom0: orNull(CHANNELS),
  machine: MACHINE,
  tables: TABLES,
  domains: list(DOMAIN),
});

type Saved = ValueOf<typeof HOST>;

/** What no snapshot holds. */
export interface Surroundings extends Pick<HostSettings, 'pageStorage'> {
  /** Who executes machine code and hypercalls of the host's guests. */
  readonly executorFor?: (host: Host) => Executor;
}

/** Reads what was written by `writeHost`; throws `BrokenSnapshot`. */
export const readHost = (data: unknown, at: string, form: ByteForm): Saved =>
  HOST.read(data, at, form);

/** All of a host as plain data. No call may be under way. */
export function writeHost(host: Host, form: ByteForm): unknown {
  const { now, frozen } = host.clock;
  return HOST.write(
    {
      settings: savedSettings(host.settings),
      clock: { now, frozen },
      nextSeq: host.nextSeq,
      faults: saveFaults(host.faults),
      ...host.save(),
      machine: host.machine.save(),
      tables: saveTables(host.tablePages),
      domains: host.domains.map(saveDomain),
    },
    form,
  );
}

/** A host like the one that was written; its clock stands. Throws `BrokenSnapshot`. Its vcpus' accesses beside it. */
export function restoreHost(
  saved: Saved,
  at: string,
  { executorFor = () => ({}), pageStorage }: Surroundings = {},
): { host: Host; accesses: Access[] } {
  checkMachine(saved, at);
  const { settings, clock } = saved;
  const host = new Host({ ...settings, pageStorage }, new VirtualClock(clock.now));
  try {
    restoreMachine(host, saved, at);
    return { host, accesses: restoreDomains(host, saved, executorFor(host), at) };
  } catch (error) {
    for (const { storage } of host.domains) storage?.close();
    throw error;
  }
}

/** All that lies below what the domains do: frames, what is in them, tables. */
function restoreMachine(host: Host, saved: Saved, at: string): void {
  const { nextSeq, faults, machine, tables, domains } = saved;
  host.firstSeq = nextSeq;
  restoreFaults(host.faults, faults);
  host.machine.restore(machine);
  for (const [index, one] of domains.entries()) {
    const where = `${at}/domains/${index}`;
    if (host.find(one.domid) !== undefined)
      throw new BrokenSnapshot(`${where}/domid`, `must be no other domain's`);
    restoreMemoryOf(host.adopt(one.domid, configOf(one)), one, where);
  }
  for (const [mfn, page] of machine.pages) host.machine.writablePage(mfn).set(page);
  restoreTables(host.tablePages, tables);
  checkTables(host, saved, at);
}

function restoreDomains(host: Host, saved: Saved, executor: Executor, at: string): Access[] {
  host.restore(saved);
  return saved.domains.flatMap((one, index) =>
    restoreDomain(host.domain(one.domid), one, executor, `${at}/domains/${index}`),
  );
}

/** Frames are the machine's, each with one owner; contents are within its limit. */
function checkMachine({ settings, machine, domains }: Saved, at: string): void {
  const all = new Rangeset();
  for (const [first, last] of settings.machineFrames) all.add(first, last);
  const free = new Rangeset();
  free.restore(machine.free);
  for (const [index, [first, last]] of machine.free.entries())
    if (!all.contains(first, last))
      throw new BrokenSnapshot(`${at}/machine/free/${index}`, 'must be frames of the machine');
  for (const [index, [mfn]] of machine.pages.entries())
    if (!all.contains(mfn, mfn))
      throw new BrokenSnapshot(
        `${at}/machine/pages/${index}/mfn`,
        'must be a frame of the machine',
      );
  if (machine.pages.length > settings.backedPages)
    throw new BrokenSnapshot(`${at}/machine/pages`, `must be at most ${settings.backedPages}`);
  for (const [index, { memory }] of domains.entries())
    for (const [nr, [first, last]] of (memory?.frames ?? []).entries()) {
      if (!all.contains(first, last) || free.overlaps(first, last))
        throw new BrokenSnapshot(
          `${at}/domains/${index}/memory/frames/${nr}`,
          'must be frames of the machine that are neither free nor of another domain',
        );
      free.add(first, last);
    }
}

function checkTables(host: Host, { domains }: Saved, at: string): void {
  const trees = new TableTrees(host.tablePages);
  for (const [index, { memory }] of domains.entries())
    if (memory !== undefined) trees.claim(memory.root, `${at}/domains/${index}/memory/root`);
  if (trees.left > 0)
    throw new BrokenSnapshot(`${at}/tables/tables`, `${trees.left} of them are no domain's`);
}
