/** What holds of a domain after each move, whatever the moves were. */

import { p2mTypeName } from '../../src/hypervisor/abi/p2m-type.js';
import { demand } from './demand.js';
import { readEntries } from './raw-entries.js';
import { FIRST, NR, type Twin } from './twin.js';

/** A prime, so that in time every gfn gets its turn. */
const STRIDE = 97;

export function expectSound(twin: Twin, step: number): void {
  expectEntries(twin);
  expectOwner(twin);
  expectReasons(twin);
  const first = (step * STRIDE) % NR;
  for (let page = 0; page < 8; page++) expectPage(twin, FIRST + ((first + page) % NR));
}

/** Every gfn as the model has it. */
export function expectEveryPage(twin: Twin): void {
  for (let gfn = FIRST; gfn < FIRST + NR; gfn++) expectPage(twin, gfn);
}

/** What it counts are the entries that are there and those that superpages have replaced. */
function expectEntries({ d1, model }: Twin): void {
  const { ioreqEntries, faults } = readEntries(d1);
  const [fault] = faults;
  if (fault !== undefined) throw new Error(fault);
  demand(d1.p2m.entryCount, ioreqEntries + model.forgotten, 'entries');
  demand(d1.p2m.maxMappedGfn, model.maxMappedGfn, 'highest gfn');
  demand(d1.pages, model.owned, 'owned pages');
}

function expectOwner({ d1, model }: Twin): void {
  const { owner, servers } = model;
  demand(d1.p2m.claim.owner, owner, 'owner');
  if (owner !== undefined) demand(servers.has(owner), true, 'the owner is a server');
  demand(d1.ioreqServers.inOrder.length, servers.size, 'servers');
  for (const { id } of d1.ioreqServers.inOrder) demand(servers.has(id), true, `server ${id}`);
}

/**
 * Whoever waits says why, and who is said to wait for a device model has asked one. A server that
 * is destroyed leaves those that wait for it behind, as Xen's does.
 */
function expectReasons({ d1, pending }: Twin): void {
  demand(d1.shutdown.reason, undefined, 'shutdown');
  for (const [vcpu, { reason }] of pending) {
    const asked = d1.ioreqServers.inOrder.filter(({ requests }) => requests.isPending(vcpu));
    const isForsaken = d1.vcpu(vcpu).blockedInXen !== undefined && asked.length === 0;
    demand(reason === 'ioreq' || reason === 'refaulting', true, `reason of vcpu ${vcpu}`);
    if (isForsaken) demand(reason, 'ioreq', `reason of vcpu ${vcpu}, whose server is gone`);
    else demand(asked.length, reason === 'ioreq' ? 1 : 0, `servers that vcpu ${vcpu} waits for`);
  }
}

function expectPage({ d1, model }: Twin, gfn: number): void {
  const { type, mfn } = d1.p2m.query(gfn);
  const page = model.pages.get(gfn);
  demand(p2mTypeName(type), page?.type ?? 'mmio_dm', `type of gfn ${gfn}`);
  if (page !== undefined) demand(mfn, page.mfn, `frame of gfn ${gfn}`);
}
