/** Memory operations of dom0, by name or by number. */

import { resultOf, type Call } from './call-result.js';
import { spokenOf } from './domain-names.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';
import type { Reply } from './service.js';

/** A pointer to what Xen cannot read. */
const BAD_POINTER = 'bad pointer';

export const MEMORY_CALLS = {
  XENMEM_populate_physmap: extents('populate_physmap'),
  XENMEM_increase_reservation: extents('increase_reservation'),
  XENMEM_decrease_reservation: extents('decrease_reservation'),
  XENMEM_current_reservation: query('current_reservation', 'pages'),
  XENMEM_maximum_reservation: query('maximum_reservation', 'pages'),
  XENMEM_maximum_gpfn: async (world, args) => {
    const result = await query('maximum_gpfn', 'gpfn')(world, args, [], {});
    // Without a domain the recording shows it as a field.
    if (args['domid'] !== undefined) return result;
    return { ...result, ret: Math.min(result.ret, 0), out: { gpfn: hex(result.ret) } };
  },

  XENMEM_add_to_physmap: async (world, { domid, space, idx, gpfn, size }) => {
    const body = { space, idx, gpfn, size };
    const reply = await memory(world, domid, 'add_to_physmap', body);
    return { ...resultOf(reply), out: { idx, gpfn, size } };
  },

  XENMEM_remove_from_physmap: async (world, { domid, gpfn }) =>
    resultOf(await memory(world, domid, 'remove_from_physmap', { gpfn })),

  XENMEM_add_to_physmap_batch: async (world, args) => {
    const { domid, space, u, size, idxs, first_gpfn } = args;
    const given = idxs as string[];
    const taken = given.slice(0, Number(size));
    const body = {
      space,
      foreign_domid: u,
      idxs: taken,
      gpfns: taken.map((_, index) => hex(Number(first_gpfn) + index)),
    };
    const reply = await memory(world, domid, 'add_to_physmap_batch', body);
    const errs = (reply.answer['errs'] as number[] | undefined) ?? [];
    return { ...resultOf(reply), out: { size, errs: given.map((_, at) => errs[at] ?? UNTOUCHED) } };
  },

  XENMEM_acquire_resource: async (world, args) => {
    const { why, type, id, nr_frames, pad, frame, frame_list } = args;
    const reply = await memory(world, spokenOf(why), 'acquire_resource', {
      type,
      id,
      nr: nr_frames,
      pad,
      frame,
      frame_list: frame_list !== null,
    });
    const { nr, frames } = reply.answer as { nr?: number; frames?: unknown[] };
    return {
      ...resultOf(reply),
      out: { nr_frames: nr ?? nr_frames, frames_written: frames?.length ?? 0 },
    };
  },

  XENMEM_access_op: async (world, { why, op, access, nr, pfn }) => {
    const reply = await memory(world, spokenOf(why), 'access_op', { op, access, nr, pfn });
    return { ...resultOf(reply), out: { access: reply.answer['access'] ?? access } };
  },

  /** Numbers that Xen does not have. */
  memory_op: async (world, { cmd }) => resultOf(await memory(world, undefined, String(cmd), {})),
} satisfies Readonly<Record<string, Call>>;

/** What the recorder had put where Xen was to write. */
const UNTOUCHED = 119;

/** The recorder has set a limit for the call alone, unless a step did. */
const OVER = /^over max_mem/;

/** A call that answers how many of its extents are done. */
function extents(op: string): Call {
  return async (world, args) => {
    const { domid, first_gfn, gfn, nr_extents = 1, extent_order = 0, mem_flags = 0 } = args;
    const first = BigInt((first_gfn ?? gfn ?? 0) as string);
    const list = Array.from({ length: Number(nr_extents) }, (_, index) =>
      hexOf(BigInt.asUintN(64, first + (BigInt(index) << BigInt(Number(extent_order))))),
    );
    const where = op === 'increase_reservation' ? { nr_extents: list.length } : { extents: list };
    const how = op === 'decrease_reservation' ? {} : { mem_flags: Number(mem_flags) };
    const isSilentlyLimited = OVER.test(String(args['why'])) && !world.isLimited;
    if (isSilentlyLimited) await world.limitMemory(0);
    const reply = await memory(world, domid, op, { ...where, extent_order, ...how });
    if (isSilentlyLimited) await world.limitMemory();
    const done = Number(reply.answer['done']);
    return reply.status === 200
      ? { ret: done, errno: null, out: { extents_done: done } }
      : resultOf(reply);
  };
}

/** One that answers a number. */
function query(op: string, field: string): Call {
  return async (world, { domid, domain, arg }) => {
    if (arg === BAD_POINTER) return { ret: -1, errno: 'EFAULT', out: {} };
    const reply = await memory(world, domid ?? domain, op, {});
    return reply.status === 200
      ? { ret: Number(reply.answer[field]), errno: null, out: {} }
      : resultOf(reply);
  };
}

function memory(world: RecordedWorld, domid: unknown, op: string, body: Args): Promise<Reply> {
  const path = `/domains/${world.domidOf(domid)}/memory/${op}`;
  return world.service.send('POST', path, body, { 'xen-caller-domid': world.caller });
}

const hex = (value: number) => `0x${value.toString(16)}`;
const hexOf = (value: bigint) => `0x${value.toString(16)}`;
