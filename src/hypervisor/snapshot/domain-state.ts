/** A domain in a snapshot: how it was made, and how it stands. */

import type { Access } from '../access/access.js';
import type { Domain } from '../domain.js';
import { DOMAIN_TYPES, EMULATIONS, type DomainConfig } from '../domain-spec.js';
import { PROFILES, resolveProfile, type Profile } from '../profile.js';
import { restoreAccess, type Executor } from './access-state.js';
import { CHANNELS } from './event-channel-state.js';
import {
  BrokenSnapshot,
  address,
  bits,
  choice,
  flag,
  orNull,
  text,
  whole,
  type Field,
  type ValueOf,
} from './field.js';
import { INTERRUPTS, restoreInterrupts, saveInterrupts } from './interrupt-state.js';
import { IOREQ_SERVERS, restoreIoreqServers, saveIoreqServers } from './ioreq-server-state.js';
import { MONITOR, restoredMonitor } from './monitor-state.js';
import { MEMORY, restoreMemory, saveMemory } from './p2m-state.js';
import { frameRanges, list, pair, record } from './record.js';
import { VCPU, restoreVcpu, saveVcpu } from './vcpu-state.js';

const PROFILE_RECORD = record({
  name: choice(PROFILES.map(({ name }) => name)),
  turned: list(pair(text, text)),
});

/** Its knobs that were turned, each with its value in JSON. */
const PROFILE: Field<Profile> = {
  write: ({ name, turned }, form) => {
    const knobs = Object.entries(turned).map(([knob, value]): [string, string] => [
      knob,
      JSON.stringify(value),
    ]);
    return PROFILE_RECORD.write({ name, turned: knobs }, form);
  },
  read(data, at, form) {
    const { name, turned } = PROFILE_RECORD.read(data, at, form);
    try {
      const knobs = turned.map(([knob, value]) => [knob, JSON.parse(value) as unknown]);
      return resolveProfile(name, Object.fromEntries(knobs) as Record<string, unknown>);
    } catch (error) {
      throw new BrokenSnapshot(`${at}/turned`, `cannot be: ${(error as Error).message}`);
    }
  },
};

export const DOMAIN = record({
  domid: whole(0x7fef, 1),
  name: orNull(text),
  type: choice(DOMAIN_TYPES),
  hap: flag,
  emulation: choice(EMULATIONS),
  profile: PROFILE,
  maxGrantFrames: whole(),
  sharedMemory: flag,
  toolstack: flag,
  maxVcpus: whole(),
  hasXenstore: flag,
  maxPort: orNull(whole()),
  target: orNull(whole()),
  iomem: frameRanges,
  params: list(pair(whole(), bits(64))),
  pciCf8: whole(0xffff_ffff),
  deviceRegisters: list(pair(text, whole(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER))),
  lastAccessId: whole(),
  maxPages: whole(),
  accessRequired: flag,
  pauseCount: whole(),
  controllerPauseCount: whole(),
  creationFinished: flag,
  dying: flag,
  suspendedToRam: flag,
  shutdown: record({ reason: orNull(whole()), complete: flag }),
  vcpus: list(VCPU),
  eventChannels: CHANNELS,
  memory: orNull(MEMORY),
  ioreqServers: IOREQ_SERVERS,
  interrupts: orNull(INTERRUPTS),
  monitor: orNull(MONITOR),
  mappings: record({
    last: whole(),
    mappings: list(record({ id: whole(), by: whole(), areOwn: flag, frames: list(address) })),
  }),
});

export type SavedDomain = ValueOf<typeof DOMAIN>;

export function saveDomain(domain: Domain): SavedDomain {
  const { domid, name, type, hap, emulation, profile, maxGrantFrames, toolstack, target } = domain;
  return {
    ...{ domid, name, type, hap, emulation, profile, maxGrantFrames, toolstack, target },
    maxVcpus: domain.maxVcpus,
    hasXenstore: domain.hasXenstore,
    maxPort: domain.maxPort,
    sharedMemory: domain.storage !== undefined,
    ...standing(domain),
    iomem: [...domain.iomem],
    params: [...domain.params].toSorted(([a], [b]) => a - b),
    deviceRegisters: [...domain.deviceRegisters].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    shutdown: domain.shutdown.save(),
    vcpus: domain.vcpus.map(saveVcpu),
    eventChannels: domain.eventChannels.save(),
    memory: type === 'pv' ? undefined : saveMemory(domain.memory),
    ioreqServers: saveIoreqServers(domain),
    interrupts: domain.hasInterrupts ? saveInterrupts(domain.interrupts) : undefined,
    monitor: domain.monitor?.save(),
    mappings: domain.mappings.save(),
  };
}

export const configOf = ({ vcpus, ...saved }: SavedDomain): DomainConfig => ({
  ...saved,
  sharedMemory: saved.sharedMemory ? undefined : false,
  vcpus: vcpus.length,
});

/**
 * Into one of that config to which nothing has happened yet; the machine must hold its contents already. Gives the
 * accesses that its vcpus are in.
 */
export function restoreDomain(
  domain: Domain,
  saved: SavedDomain,
  executor: Executor,
  at: string,
): Access[] {
  const { params, deviceRegisters, shutdown, vcpus, interrupts, monitor } = saved;
  domain.iomem.restore(saved.iomem);
  for (const [index, value] of params) domain.params.set(index, value);
  for (const [name, value] of deviceRegisters) domain.deviceRegisters.set(name, value);
  Object.assign(domain, standing(saved));
  domain.shutdown.restore(shutdown);
  domain.mappings.restore(saved.mappings);
  domain.eventChannels.restore(saved.eventChannels);
  for (const [id, one] of vcpus.entries()) restoreVcpu(domain.vcpu(id), one);
  if (interrupts !== undefined)
    restoreInterrupts(domain.interrupts, interrupts, `${at}/interrupts`);
  if (monitor !== undefined) domain.monitor = restoredMonitor(domain, monitor);
  restoreIoreqServers(domain, saved.ioreqServers, `${at}/ioreq_servers`);
  const accesses = vcpus.flatMap(({ access }, id) =>
    access === undefined
      ? []
      : [restoreAccess(domain, access, executor, `${at}/vcpus/${id}/access`)],
  );
  domain.lastAccessId = saved.lastAccessId;
  return accesses;
}

type Standing =
  | 'pciCf8'
  | 'lastAccessId'
  | 'maxPages'
  | 'accessRequired'
  | 'pauseCount'
  | 'controllerPauseCount'
  | 'creationFinished'
  | 'dying'
  | 'suspendedToRam';

/** What is the same in a domain and in a snapshot of it. */
function standing(of: Pick<SavedDomain, Standing>): Pick<SavedDomain, Standing> {
  const { pciCf8, lastAccessId, maxPages, accessRequired, pauseCount } = of;
  const { controllerPauseCount, creationFinished, dying, suspendedToRam } = of;
  return {
    ...{ pciCf8, lastAccessId, maxPages, accessRequired, pauseCount },
    ...{ controllerPauseCount, creationFinished, dying, suspendedToRam },
  };
}

/** First of all, so that its tables are known. */
export function restoreMemoryOf(domain: Domain, saved: SavedDomain, at: string): void {
  const { memory } = saved;
  if ((memory === undefined) !== (domain.type === 'pv'))
    throw new BrokenSnapshot(`${at}/memory`, `must be null of a PV domain, and of no other`);
  if (memory === undefined) return;
  restoreMemory(domain.memory, memory);
  const { storage, machine } = domain;
  if (storage === undefined) return;
  for (const mfn of xensFramesOf(memory.shared, saved.ioreqServers))
    machine.keepIn(storage, mfn, 1);
}

/** Frames that are Xen's and that the domain or its device models see. */
function xensFramesOf(
  { sharedInfo, grants }: NonNullable<SavedDomain['memory']>['shared'],
  { servers }: SavedDomain['ioreqServers'],
): number[] {
  const pages = servers.flatMap(({ ioreqPage, bufioreqPage }) =>
    [ioreqPage, bufioreqPage].flatMap(({ gfn, mfn }) => (gfn === undefined ? (mfn ?? []) : [])),
  );
  return [
    ...pages,
    ...grants.map(([, mfn]) => mfn),
    ...(sharedInfo === undefined ? [] : [sharedInfo]),
  ];
}
