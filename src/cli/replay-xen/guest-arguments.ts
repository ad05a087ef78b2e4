/**
 * Hypercalls that the guest makes itself: their numbers, and the struct that the argument points at.
 * What a step does not say of it is what the step before has said, or is in what was found since.
 */

import { HVM_OPS, hvmStruct } from './hvm-arguments.js';
import type { RecordedWorld } from './recorded-world.js';
import { DOMID_SELF } from './domain-names.js';
import type { Args, Step } from './recording.js';
import { structOf, type Member } from './struct-bytes.js';

const HYPERCALL = { memory_op: 12, sched_op: 29, event_channel_op: 32, hvm_op: 34 } as const;

/** Where the recorded guest has its argument, and a list of extents behind it. */
export const ARGUMENT = 0x2_1000;
export const LIST = ARGUMENT + 0x800;

/** The loopback port that the guest has by then. */
const LOOPBACK_PORT = 2;

export interface GuestCall {
  readonly hypercall: number;
  readonly op: number;
  readonly argument: Uint8Array;
  /** What the argument points at. */
  readonly list?: Uint8Array;
}

type DomidOf = (name: unknown) => number;
type Encode = (
  world: RecordedWorld,
  args: Args,
  domid: DomidOf,
) => Omit<GuestCall, 'hypercall' | 'op'>;

interface Row {
  readonly hypercall: number;
  readonly op: number;
  readonly encode: Encode;
}

type Of = (args: Args, domid: DomidOf, world: RecordedWorld) => readonly Member[];

const members =
  (of: Of): Encode =>
  (world, args, domid) => ({ argument: structOf(of(args, domid, world)) });

const hvm = (name: string): Row => {
  const op = HVM_OPS[name];
  if (op === undefined) throw new Error(`${name} is no HVMOP of the recordings`);
  return {
    hypercall: HYPERCALL.hvm_op,
    op: op.number,
    encode: (_, args, domid) => ({
      argument: hvmStruct(
        op,
        { value: UNTOUCHED, ...args },
        domid(args['domain'] ?? args['domid']),
      ),
    }),
  };
};

const evtchn = (op: number, of: Of): Row => ({
  hypercall: HYPERCALL.event_channel_op,
  op,
  encode: members(of),
});

const port = ({ port }: Args): Member[] => [[port, 4]];

const physmap = (op: number, of: Of): Row => ({
  hypercall: HYPERCALL.memory_op,
  op,
  encode: members(of),
});

/** struct xen_memory_reservation, and the list of one extent. */
const reservation = (op: number): Row => ({
  hypercall: HYPERCALL.memory_op,
  op,
  encode: (_, { gfn, domid, domain }, of) => ({
    argument: structOf([
      [LIST, 8],
      [1, 8],
      [0, 4],
      [0, 4],
      [of(domid ?? domain), 8],
    ]),
    list: structOf([[gfn ?? FREE_GFN, 8]]),
  }),
});

/** What is in a field that the call is to fill. */
const UNTOUCHED = 1;

/** A gfn at which a step that names none leaves nothing behind. */
const FREE_GFN = 0x880;

const ROWS: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(Object.keys(HVM_OPS).map((name) => [name, hvm(name)])),
  EVTCHNOP_bind_interdomain: evtchn(0, (args, domid, world) => {
    const { remote_dom, remote_port, why } = args;
    const isLoopback = String(why).startsWith('loopback');
    const wanted = typeof remote_port === 'number' ? remote_port : world.dom0Ports.forGuest;
    return [
      [isLoopback ? DOMID_SELF : domid(remote_dom ?? 0), 4],
      [isLoopback ? LOOPBACK_PORT : wanted, 4],
      [0, 4],
    ];
  }),
  EVTCHNOP_close: evtchn(3, port),
  EVTCHNOP_send: evtchn(4, port),
  EVTCHNOP_status: evtchn(5, ({ dom, port }, domid) => [
    [domid(dom), 4],
    [port, 4],
    [0, 16],
  ]),
  EVTCHNOP_alloc_unbound: evtchn(6, ({ dom, remote_dom }, domid) => [
    [domid(dom), 2],
    [domid(remote_dom), 2],
    [0, 4],
  ]),
  EVTCHNOP_bind_vcpu: evtchn(8, ({ port, vcpu }) => [
    [port, 4],
    [vcpu, 4],
  ]),
  EVTCHNOP_unmask: evtchn(9, port),
  EVTCHNOP_reset: evtchn(10, ({ dom }, domid) => [[domid(dom), 2]]),
  SCHEDOP_shutdown: {
    hypercall: HYPERCALL.sched_op,
    op: 2,
    encode: members(({ reason }) => [[reason, 4]]),
  },
  SCHEDOP_remote_shutdown: {
    hypercall: HYPERCALL.sched_op,
    op: 4,
    encode: members(({ domain, reason }, domid) => [
      [domid(domain), 4],
      [reason, 4],
    ]),
  },
  XENMEM_populate_physmap: reservation(6),
  XENMEM_decrease_reservation: reservation(1),
  XENMEM_increase_reservation: reservation(0),
  XENMEM_current_reservation: physmap(3, ({ domain, domid }, of) => [[of(domid ?? domain), 8]]),
  XENMEM_maximum_reservation: physmap(4, ({ domain, domid }, of) => [[of(domid ?? domain), 8]]),
  XENMEM_maximum_gpfn: physmap(14, ({ domain, domid }, of) => [[of(domid ?? domain), 8]]),
  XENMEM_add_to_physmap: physmap(7, ({ domain, domid, space, idx, gpfn, size }, of) => [
    [of(domid ?? domain), 2],
    [size, 2],
    [space, 4],
    [idx, 8],
    [gpfn ?? FREE_GFN, 8],
  ]),
  XENMEM_remove_from_physmap: physmap(15, ({ domain, domid, gpfn }, of) => [
    [of(domid ?? domain), 8],
    [gpfn ?? REMOVED_GFN, 8],
  ]),
};

/** One that is RAM, and of no other use to any step. */
const REMOVED_GFN = 0x7f0;

/** By number, with nothing else said: what the operation finds is the domain, and zeros. */
const BY_NUMBER: Readonly<Record<string, number>> = {
  memory_op: HYPERCALL.memory_op,
  event_channel_op: HYPERCALL.event_channel_op,
  hvm_op: HYPERCALL.hvm_op,
};

/** No struct of theirs is longer. */
const LARGEST = 64;

export function guestCallOf(
  world: RecordedWorld,
  { op, args = {}, errno }: Step,
): GuestCall | undefined {
  const hypercall = BY_NUMBER[op];
  if (hypercall !== undefined) {
    const domid = String(args['arg']).includes('DOMID_SELF') ? DOMID_SELF : 0;
    const argument = structOf([
      [domid, 2],
      [0, LARGEST - 2],
    ]);
    return { hypercall, op: Number(args['cmd'] ?? args['hvmop']), argument };
  }
  const row = ROWS[op];
  const domidOf = (name: unknown) => domidFor(world, name, errno === 'ESRCH');
  return row && { hypercall: row.hypercall, op: row.op, ...row.encode(world, args, domidOf) };
}

/** A guest speaks of itself unless a step says of whom; by number, of itself or of nobody. */
function domidFor(world: RecordedWorld, name: unknown, isUnknown: boolean): number {
  if (name === undefined) return DOMID_SELF;
  const isOfBoot = typeof name === 'number' && name > 0 && name < DOMID_SELF;
  return world.domidOf(isOfBoot ? (isUnknown ? 'none such' : 'the HVM domain') : name);
}
