/** What can happen to a domain: each move is done to the domain and to its model, and both have to agree. */

import { P2MA } from '../../src/hypervisor/abi/p2m-access.js';
import { mapMemType, type MapMemType } from '../../src/hypervisor/hvm/map-mem-type.js';
import { restrictRun } from '../../src/hypervisor/hvm/mem-access.js';
import { HVMMEM, setMemType } from '../../src/hypervisor/hvm/mem-type.js';
import { SHADOW_OP, shadowOp } from '../../src/hypervisor/hvm/shadow-op.js';
import { destroyIoreqServer } from '../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { setIoreqServerState } from '../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { decreaseReservation } from '../../src/hypervisor/memory/decrease-reservation.js';
import { populatePhysmap } from '../../src/hypervisor/memory/populate-physmap.js';
import { relocateMemory } from '../../src/hypervisor/memory/relocate-memory.js';
import { Restart, runTask } from '../../src/hypervisor/schedule/task.js';
import { addServer } from '../support/host.js';
import { demand } from './demand.js';
import { guestMoves } from './guest-moves.js';
import type { SettableType } from './naive-model.js';
import { isMarked } from './raw-entries.js';
import { FIRST, NR, type Twin } from './twin.js';

/** Three numbers decide what a move is about. */
export type Move = (twin: Twin, a: number, b: number, c: number) => void;

const TYPES: readonly SettableType[] = ['ram_rw', 'ram_ro', 'mmio_dm', 'ioreq_server'];
const FLAGS = [2, 2, 2, 2, 0, 1, 4];
const LOG_DIRTY_OPS = [SHADOW_OP.enable_logdirty, SHADOW_OP.off, SHADOW_OP.clean] as const;
const SERVERS = 9;
/** Those that leave something: an entry that permits nothing is none to Xen when it marks a map. */
const RESTRICTIONS = [P2MA.r, P2MA.rw, P2MA.rx, P2MA.rwx, P2MA.rx2rw];

export const gfnAt = (number: number): number => FIRST + (number % NR);
/** Mostly short, sometimes more than a batch. */
const lengthAt = (number: number): number => (number % 8 === 0 ? number % 600 : number % 5) + 1;

export const MOVES: Readonly<Record<string, Move>> = {
  ...guestMoves,

  set_mem_type({ model, d1, errnoOf }, a, b, c) {
    const [firstGfn, nr, type] = [gfnAt(a), lengthAt(b), TYPES[c % TYPES.length]!];
    demand(
      errnoOf(() => runTask(setMemType(d1, { firstGfn, nr, memType: HVMMEM[type] }))),
      model.setMemType(firstGfn, nr, type),
      `set_mem_type of ${nr} pages from gfn ${firstGfn} to ${type}`,
    );
  },

  /** Claims, and disclaims that are preempted after some batches. */
  map_mem_type(twin, a, b, c) {
    const [id, flags] = [a % 3, FLAGS[b % FLAGS.length]!];
    const { entries } = twin;
    const request = { id, type: HVMMEM.ioreq_server, flags, opaque: 0 };
    demand(
      twin.errnoOf(() => claim(twin, request, c)),
      twin.model.mapMemType(id, flags, entries),
      `map_mem_type of server ${id} with flags ${flags}`,
    );
  },

  /** The device model of a real host would do so at once. */
  disclaim(twin, _a, _b, c) {
    const id = twin.model.owner ?? 0;
    const { entries } = twin;
    const request = { id, type: HVMMEM.ioreq_server, flags: 0, opaque: 0 };
    demand(
      twin.errnoOf(() => claim(twin, request, c)),
      twin.model.mapMemType(id, 0, entries),
      `disclaim by server ${id}`,
    );
  },

  go_on_sweeping(twin, _a, _b, c) {
    if (twin.sweepLeft !== undefined) claim(twin, twin.sweepLeft, c);
  },

  create_ioreq_server({ model, machine, d1, errnoOf }, a) {
    const id = model.nextServer();
    const enabled = a % 4 !== 0;
    const failure = errnoOf(() => {
      demand(addServer(machine.host, d1, { enabled }).id, id, 'id of the server');
    });
    demand(failure, id === undefined ? 'ENOSPC' : undefined, 'create_ioreq_server');
    if (id !== undefined)
      model.servers.set(id, { id, enabled, hasPorts: enabled, range: undefined });
  },

  destroy_ioreq_server({ model, d1, dom0, errnoOf }, a) {
    const id = a % SERVERS;
    const failure = errnoOf(() => runTask(destroyIoreqServer(d1, dom0, id)));
    const wanted = model.destroyServer(id, (gfn) => isMarked(d1, gfn));
    demand(failure, wanted, `destroy_ioreq_server ${id}`);
  },

  set_ioreq_server_state({ model, d1, dom0, errnoOf }, a, b) {
    const [id, enabled] = [a % SERVERS, b % 2 === 0];
    const server = model.servers.get(id);
    demand(
      errnoOf(() => runTask(setIoreqServerState(d1, dom0, id, enabled))),
      server === undefined ? 'ENOENT' : undefined,
      `set_ioreq_server_state of ${id}`,
    );
    if (server === undefined) return;
    server.enabled = enabled;
    server.hasPorts ||= enabled;
  },

  map_io_range({ model, d1 }, a, b, c) {
    const server = model.servers.get(a % SERVERS);
    if (server === undefined || server.range !== undefined) return;
    const first = gfnAt(b) * 4096;
    const range = [first, first + (c % 40) * 0x400 + 0xfff] as const;
    d1.ioreqServers.find(server.id)!.ranges('memory').add(BigInt(range[0]), BigInt(range[1]));
    server.range = range;
  },

  unmap_io_range({ model, d1 }, a) {
    const server = model.servers.get(a % SERVERS);
    if (server?.range === undefined) return;
    const [first, last] = server.range;
    d1.ioreqServers.find(server.id)!.ranges('memory').remove(BigInt(first), BigInt(last));
    server.range = undefined;
  },

  /** A superpage takes the place of entries that Xen goes on counting, but for those that it resolves on the way. */
  populate_physmap(twin, a, b) {
    const { model, d1 } = twin;
    const order = b % 8 === 0 ? 9 : 0;
    const gfn = order === 0 ? gfnAt(a) : gfnAt(a) - (gfnAt(a) % 512);
    const certain = order === 0 ? 0 : model.ioreqServerPages(gfn, 2 ** order);
    const before = twin.entries;
    const request = { extents: [gfn], order, memFlags: 0, done: 0 };
    demand(runTask(populatePhysmap(d1, request)), 1, `populate_physmap at gfn ${gfn}`);
    model.map(gfn, 2 ** order, d1.p2m.query(gfn).mfn);
    model.owned += 2 ** order;
    if (order === 0) return;
    const forgotten = d1.p2m.entryCount - twin.entries;
    demand(forgotten >= certain, true, `${forgotten} entries forgotten, ${certain} at least`);
    demand(d1.p2m.entryCount <= before, true, `${d1.p2m.entryCount} entries, ${before} before`);
    model.forgotten += forgotten;
  },

  decrease_reservation({ model, d1 }, a) {
    const gfn = gfnAt(a);
    const page = model.pages.get(gfn);
    const isRam = page !== undefined && page.type !== 'mmio_dm';
    const request = { extents: [gfn], order: 0, done: 0 };
    demand(runTask(decreaseReservation(d1, request)), isRam ? 1 : 0, `decrease at gfn ${gfn}`);
    if (isRam) release(model, gfn);
  },

  relocate_memory({ model, d1, errnoOf }, a, b) {
    const [source, target] = [gfnAt(a), gfnAt(b)];
    const page = model.pages.get(source);
    const isMovable = page !== undefined && page.type !== 'mmio_dm';
    demand(
      errnoOf(() => runTask(relocateMemory(d1, { source, target, nr: 1 }))),
      isMovable ? undefined : 'EINVAL',
      `relocate_memory of gfn ${source} to ${target}`,
    );
    if (!isMovable) return;
    const there = model.typeOf(target);
    if (source !== target && there !== 'hole' && there !== 'mmio_dm') release(model, target);
    model.pages.delete(source);
    model.map(target, 1, page.mfn);
  },

  shadow_op({ model, d1, errnoOf, entries }, a) {
    const op = LOG_DIRTY_OPS[a % LOG_DIRTY_OPS.length]!;
    const refused = { enabled: model.logDirty ? 'EINVAL' : entries !== 0 ? 'EBUSY' : undefined };
    const expected = op === SHADOW_OP.enable_logdirty ? refused.enabled : undefined;
    if (op === SHADOW_OP.clean && !model.logDirty) return;
    const failure = errnoOf(() => runTask(shadowOp(d1, { op, mode: 0, pages: 0 })));
    demand(failure, expected, `shadow_op ${op}`);
    if (expected !== undefined) return;
    const wasEnabled = model.logDirty;
    if (op !== SHADOW_OP.clean) model.logDirty = op === SHADOW_OP.enable_logdirty;
    if (wasEnabled || model.logDirty) model.recalculate(model.logDirty);
  },

  restrict({ d1, errnoOf }, a, b, c) {
    errnoOf(() =>
      runTask(
        restrictRun(d1, {
          gfn: gfnAt(a),
          nr: (b % 4) + 1,
          access: RESTRICTIONS[c % RESTRICTIONS.length]!,
          done: 0,
        }),
      ),
    );
  },
};

/** Claim or disclaim, and put away what is left of it when it is preempted after `batches`. */
function claim(twin: Twin, request: MapMemType, batches: number): void {
  let left = batches % 24;
  const rest = runTask(mapMemType(twin.d1, twin.dom0.domid, request), () => left-- === 0);
  twin.sweepLeft = rest instanceof Restart ? rest.args : undefined;
}

/** The page's frame goes back to the machine. */
function release(model: Twin['model'], gfn: number): void {
  const page = model.pages.get(gfn);
  if (page !== undefined) model.words.delete(page.mfn);
  model.pages.delete(gfn);
  model.owned--;
}
