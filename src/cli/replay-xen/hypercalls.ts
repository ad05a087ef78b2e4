/** The recorded hypercalls over HTTP, by Xen's names. */

import { BAD } from './binary-call.js';
import { callWithBadBuffer, callWithoutBuffer } from './binary-dm-op.js';
import { resultOf, type Call, type CallResult } from './call-result.js';
import { CONTINUED_DM_OPS } from './continued-dm-ops.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';
import { hasSpecialPages } from './scenario-clues.js';
import { MEMORY_CALLS } from './memory-calls.js';
import type { Reply } from './service.js';

/** Arguments that say something to people. */
const COMMENTS = new Set(['why', 'when', 'owner', 'from', 'owner_claimed', 'target_set']);
/** The range of a call that was refused for who made it. */
const NO_RANGE = { start: 0, end: 0 };
const HVMMEM = ['ram_rw', 'ram_ro', 'mmio_dm', 'unused', 'ioreq_server'];

export const HYPERCALLS = {
  create_ioreq_server: async (world, { pad_index_nonzero: at, ...args }) => {
    const pad = at === undefined ? {} : { pad: [0, 1, 2].map((index) => Number(index === at)) };
    const { handle_bufioreq = 0 } = args;
    const reply = await post(world, '/dmop/create_ioreq_server', { handle_bufioreq, ...pad });
    const { id } = reply.answer;
    if (typeof id === 'number') world.servers.add(id, handle_bufioreq !== 0);
    return resultOf(reply, { id });
  },
  get_ioreq_server_info: dmop('get_ioreq_server_info', {
    done: mapByGfn,
    out: ({ bufioreq_port, ioreq_gfn, bufioreq_gfn }) => ({
      ioreq_gfn,
      bufioreq_gfn,
      bufioreq_port_nonzero: bufioreq_port !== 0,
    }),
  }),
  map_io_range_to_ioreq_server: dmop('map_io_range_to_ioreq_server', { zeros: NO_RANGE }),
  unmap_io_range_from_ioreq_server: dmop('unmap_io_range_from_ioreq_server', { zeros: NO_RANGE }),
  map_io_range: dmop('map_io_range_to_ioreq_server'),
  unmap_io_range: dmop('unmap_io_range_from_ioreq_server'),
  set_ioreq_server_state: dmop('set_ioreq_server_state'),
  destroy_ioreq_server: dmop('destroy_ioreq_server'),
  map_mem_type_to_ioreq_server: CONTINUED_DM_OPS.map_mem_type_to_ioreq_server,
  set_mem_type: CONTINUED_DM_OPS.set_mem_type,
  nr_vcpus: (world, { buf1, ...args }, ...rest) =>
    buf1 === BAD
      ? callWithBadBuffer(world, 'nr_vcpus')
      : dmop('nr_vcpus', { out: ({ vcpus }) => ({ vcpus }) })(world, args, ...rest),
  set_pci_intx_level: dmop('set_pci_intx_level'),
  set_isa_irq_level: dmop('set_isa_irq_level'),
  set_pci_link_route: dmop('set_pci_link_route'),
  set_irq_level: dmop('set_irq_level'),
  inject_event: dmop('inject_event'),
  inject_msi: dmop('inject_msi'),
  pin_memory_cacheattr: dmop('pin_memory_cacheattr'),
  remote_shutdown: dmop('remote_shutdown'),
  relocate_memory: dmop('relocate_memory', {
    body: ({ src, dst, ...args }) => ({ src_gfn: src, dst_gfn: dst, ...args }),
  }),
  track_dirty_vram: buffered(
    7,
    'track_dirty_vram',
    dmop('track_dirty_vram', {
      body: ({ buf1_size, ...args }) => ({ ...args, bitmap_bytes: buf1_size }),
      out: ({ dirty_bitmap }) => ({ bitmap: dirty_bitmap }),
    }),
  ),
  modified_memory: buffered(11, 'modified_memory', CONTINUED_DM_OPS.modified_memory),
  HVMOP_get_mem_type: async (world, { domain, pfn }) => {
    const path = `/domains/${world.domidOf(domain)}/hvmop/get_mem_type`;
    const reply = await world.service.send('POST', path, { pfn });
    const name = String(reply.answer['mem_type']);
    return resultOf(reply, { mem_type: HVMMEM.indexOf(name), name });
  },
  'acquire_resource(ioreq_server)': async (world, { id, frame, ...args }) => {
    const body = { type: 'ioreq_server', id, frame, ...args };
    const result = resultOf(await post(world, '/memory/acquire_resource', body));
    // Who acquires a resource has it mapped.
    if (result.errno === null && isSurface(world))
      await world.pages.mapResource(Number(id), Number(frame));
    return result;
  },
  XENMEM_decrease_reservation: async (world, args, ...rest) => {
    const { gfn, nr_extents } = args;
    if (nr_extents !== undefined)
      return MEMORY_CALLS.XENMEM_decrease_reservation(world, args, ...rest);
    return countOf(await post(world, '/memory/decrease_reservation', { extents: [gfn] }));
  },
  XENMEM_populate_physmap: async (world, args, ...rest) => {
    const { first, nr, flags } = args;
    if (first === undefined) return MEMORY_CALLS.XENMEM_populate_physmap(world, args, ...rest);
    const extents = Array.from({ length: Number(nr) }, (_, page) => Number(first) + page);
    return countOf(await post(world, '/memory/populate_physmap', { extents, mem_flags: [flags] }));
  },
  set_pod_target: async (world, args) => {
    const reply = await post(world, '/memory/set_pod_target', args);
    const { tot_pages: tot, pod_cache_pages: cache, pod_entries: entries } = reply.answer;
    return resultOf(reply, { tot: Number(tot), cache: Number(cache), entries: Number(entries) });
  },
} satisfies Readonly<Record<string, Call>>;

/** What HVMOP_get_mem_type says of a page. */
export async function memTypeOf(world: RecordedWorld, pfn: number): Promise<string> {
  const { answer } = await world.demand('POST', '/hvmop/get_mem_type', { pfn });
  return String(answer['mem_type']);
}

/** A call that answers how many of its extents are done: the recordings have a lack as an errno. */
function countOf(reply: Reply): CallResult {
  const result = resultOf(reply);
  return reply.answer['done'] === 0 ? { ...result, ret: -1, errno: 'EBUSY' } : result;
}

interface Shape {
  /** What a recording leaves out where it does not matter. */
  readonly zeros?: Args;
  /** The arguments by the names of the wire. */
  readonly body?: (args: Args) => Args;
  readonly out?: (answer: Reply['answer']) => CallResult['out'];
  /** What the device model does when it was told so. */
  readonly done?: (world: RecordedWorld, args: Args, answer: Reply['answer']) => Promise<void>;
}

function dmop(
  name: string,
  { zeros, body = (args) => args, out = () => ({}), done }: Shape = {},
): Call {
  return async (world, args) => {
    const reply = await post(world, `/dmop/${name}`, { ...zeros, ...body(args) });
    if (reply.status === 200) await done?.(world, args, reply.answer);
    return resultOf(reply, out(reply.answer));
  };
}

/** One that takes a second buffer: only the binary interface can leave it out. */
function buffered(number: number, name: string, whole: Call): Call {
  return (world, { nr_bufs, buf1, ...args }, ...rest) => {
    if (buf1 === BAD) return callWithBadBuffer(world, name);
    return nr_bufs === 1 ? callWithoutBuffer(world, number) : whole(world, args, ...rest);
  };
}

/** Pages that are known by their gfns are mapped before the guest loses them. */
async function mapByGfn(world: RecordedWorld, { flags }: Args, answer: Reply['answer']) {
  const { ioreq_gfn, bufioreq_gfn } = answer;
  if (flags !== 0 || !isSurface(world) || !hasSpecialPages(world.scenario)) return;
  await world.pages.mapGfns('ioreq', ioreq_gfn, 1);
  if (Number(bufioreq_gfn) > 0) await world.pages.mapGfns('bufioreq', bufioreq_gfn, 1);
}

function post(world: RecordedWorld, path: string, args: Args): Promise<Reply> {
  const said = Object.entries(args).filter(([name]) => !COMMENTS.has(name));
  return world.send('POST', path, Object.fromEntries(said));
}

const isSurface = ({ scenario }: RecordedWorld): boolean => scenario.startsWith('sf_');
