/** The store of a world, made when somebody asks for it: it has what a toolstack writes for its domains, as they come and go. */

import { HVM_PARAM, type Domain, type HvmParamName } from '../../hypervisor/index.js';
import { removeNode } from '../../xenstore/operations.js';
import { pathsOf, writeEntries } from '../../xenstore/toolstack-entries.js';
import { Xenstore } from '../../xenstore/xenstore.js';
import type { World } from '../world/world.js';

const DOM0 = 0;
const KIB_PER_PAGE = 4;
/** Pages that a domain has beside its RAM. */
const SPECIAL_PAGES = 16;
/** A toolstack counts the VGA window as RAM, though there is none. */
const VGA_PAGES = 32;

const stores = new WeakMap<World, Xenstore>();

export function xenstoreOf(world: World): Xenstore {
  const known = stores.get(world);
  if (known !== undefined) return known;
  const store = new Xenstore();
  for (const domain of world.host.domains) enter(store, domain);
  giveXenstore(world, store);
  return store;
}

/** Undefined: nobody has asked for it. */
export const knownXenstoreOf = (world: World): Xenstore | undefined => stores.get(world);

/** The store is the world's, and hears of its domains. */
export function giveXenstore(world: World, store: Xenstore): void {
  const { host } = world;
  stores.set(world, store);
  world.listeners.add((event) => {
    if (event.type !== 'domain') return;
    if (event.change === 'created') enter(store, host.domain(event.domid));
    else if (event.change === 'destroyed') leave(store, event.domid);
    else if (event.change === 'shutdown') store.changed('@releaseDomain');
  });
}

function enter(store: Xenstore, domain: Domain): void {
  if (!domain.toolstack) return;
  const { domid, name = `domain-${domid}`, vcpus, pages } = domain;
  const param = (name: HvmParamName) => Number(domain.params.get(HVM_PARAM[name]) ?? 0n);
  writeEntries(store, {
    domid,
    name,
    vcpus: vcpus.length,
    memory: (pages - SPECIAL_PAGES + VGA_PAGES) * KIB_PER_PAGE,
    storePort: param('STORE_EVTCHN'),
    storeGfn: param('STORE_PFN'),
    consolePort: param('CONSOLE_EVTCHN'),
    consoleGfn: param('CONSOLE_PFN'),
  });
}

function leave(store: Xenstore, domid: number): void {
  for (const path of pathsOf(domid)) if (store.get(path)) removeNode(store, DOM0, path);
  store.changed('@releaseDomain');
}
