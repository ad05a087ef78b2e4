/** A whole host in a snapshot: written as plain data, and made anew from it. */

import { Host } from '../host.js';
import { Rangeset } from '../rangeset.js';
import { VirtualClock } from '../virtual-clock.js';
import type { Executor } from './access-state.js';
import { DOMAIN, configOf, restoreDomain, restoreMemoryOf, saveDomain } from './domain-state.js';
import { CHANNELS } from './event-channel-state.js';
import { BrokenSnapshot, bits, flag, orNull, whole, type ByteForm, type ValueOf } from './field.js';
import { MACHINE } from './machine-state.js';
import { list, record } from './record.js';
import { SETTINGS, savedSettings } from './settings-state.js';
import { TABLES, restoreTables, saveTables } from './table-state.js';
import { TableTrees } from './table-tree.js';

export const HOST = record({
  settings: SETTINGS,
  clock: record({ now: bits(64), frozen: flag }),
  lastDomid: whole(0x7fef),
  zombies: list(whole(0xffff)),
  dom0: orNull(CHANNELS),
  machine: MACHINE,
  tables: TABLES,
  domains: list(DOMAIN),
});

type Saved = ValueOf<typeof HOST>;

/** Reads what was written by `writeHost`; throws `BrokenSnapshot`. */
export const readHost = (data: unknown, form: ByteForm): Saved => HOST.read(data, '', form);

/** All of a host as plain data. No call may be under way. */
export function writeHost(host: Host, form: ByteForm): unknown {
  const { now, frozen } = host.clock;
  return HOST.write(
    {
      settings: savedSettings(host.settings),
      clock: { now, frozen },
      ...host.save(),
      machine: host.machine.save(),
      tables: saveTables(host.tablePages),
      domains: host.domains.map(saveDomain),
    },
    form,
  );
}

/** A host like the one that was written; its clock stands. Throws `BrokenSnapshot`. */
export function restoreHost(
  saved: Saved,
  executorFor: (host: Host) => Executor = () => ({}),
): Host {
  const { settings, clock, machine, tables, domains } = saved;
  checkMachine(saved);
  const host = new Host(settings, new VirtualClock(clock.now));
  host.machine.restore(machine);
  const adopted = domains.map((one, index) => {
    const at = `/domains/${index}`;
    if (host.find(one.domid) !== undefined)
      throw new BrokenSnapshot(`${at}/domid`, `must be no other domain's`);
    const domain = host.adopt(one.domid, configOf(one));
    restoreMemoryOf(domain, one, at);
    return domain;
  });
  for (const [mfn, page] of machine.pages) host.machine.writablePage(mfn).set(page);
  restoreTables(host.tablePages, tables);
  checkTables(host, saved);
  host.restore(saved);
  const executor = executorFor(host);
  adopted.forEach((domain, index) => {
    const one = domains[index];
    if (one !== undefined) restoreDomain(domain, one, executor, `/domains/${index}`);
  });
  return host;
}

/** Frames are the machine's, each with one owner; contents are within its limit. */
function checkMachine({ settings, machine, domains }: Saved): void {
  const all = new Rangeset();
  for (const [first, last] of settings.machineFrames) all.add(first, last);
  const free = new Rangeset();
  free.restore(machine.free);
  for (const [index, [first, last]] of machine.free.entries())
    if (!all.contains(first, last))
      throw new BrokenSnapshot(`/machine/free/${index}`, 'must be frames of the machine');
  for (const [index, [mfn]] of machine.pages.entries())
    if (!all.contains(mfn, mfn))
      throw new BrokenSnapshot(`/machine/pages/${index}/mfn`, 'must be a frame of the machine');
  if (machine.pages.length > settings.backedPages)
    throw new BrokenSnapshot('/machine/pages', `must be at most ${settings.backedPages}`);
  for (const [index, { memory }] of domains.entries())
    for (const [at, [first, last]] of (memory?.frames ?? []).entries()) {
      if (!all.contains(first, last) || free.overlaps(first, last))
        throw new BrokenSnapshot(
          `/domains/${index}/memory/frames/${at}`,
          'must be frames of the machine that are neither free nor of another domain',
        );
      free.add(first, last);
    }
}

function checkTables(host: Host, { domains }: Saved): void {
  const trees = new TableTrees(host.tablePages);
  for (const [index, { memory }] of domains.entries())
    if (memory !== undefined) trees.claim(memory.root, `/domains/${index}/memory/root`);
  if (trees.left > 0)
    throw new BrokenSnapshot('/tables/tables', `${trees.left} of them are no domain's`);
}
