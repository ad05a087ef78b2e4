/** The recorded hypercalls over HTTP, by Xen's names. */

import { callWithoutBuffer } from './binary-dm-op.js';
import { resultOf, type Call, type CallResult } from './call-result.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';
import type { Reply } from './service.js';

/** Arguments that say something to people. */
const COMMENTS = new Set(['why', 'when', 'owner', 'from', 'owner_claimed']);
/** The range of a call that was refused for who made it. */
const NO_RANGE = { start: 0, end: 0 };
const HVMMEM = ['ram_rw', 'ram_ro', 'mmio_dm', 'unused', 'ioreq_server'];
/** struct xen_dm_op_modified_memory_extent. */
const EXTENT_BYTES = 16;
const DOMID_SELF = 0x7ff0;
const NO_SUCH_DOMID = 0x7000;

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
  map_mem_type_to_ioreq_server: dmop('map_mem_type_to_ioreq_server'),
  set_mem_type: dmop('set_mem_type', { zeros: { mem_type: 0, first_pfn: 0, nr: 0 } }),
  nr_vcpus: dmop('nr_vcpus', { out: ({ vcpus }) => ({ vcpus }) }),
  remote_shutdown: dmop('remote_shutdown'),
  relocate_memory: dmop('relocate_memory', {
    body: ({ src, dst, ...args }) => ({ src_gfn: src, dst_gfn: dst, ...args }),
  }),
  track_dirty_vram: buffered(7, 'track_dirty_vram', {
    body: ({ buf1_size, ...args }) => ({ ...args, bitmap_bytes: buf1_size }),
    out: ({ dirty_bitmap }) => ({ bitmap: dirty_bitmap }),
  }),
  modified_memory: buffered(11, 'modified_memory', { body: extentsOf }),
  HVMOP_get_mem_type: async (world, { domain, pfn }) => {
    const path = `/domains/${domidOf(world, domain as string | undefined)}/hvmop/get_mem_type`;
    const reply = await world.service.send('POST', path, { pfn });
    const name = String(reply.answer['mem_type']);
    return resultOf(reply, { mem_type: HVMMEM.indexOf(name), name });
  },
  'acquire_resource(ioreq_server)': async (world, args) =>
    resultOf(await post(world, '/memory/acquire_resource', { type: 'ioreq_server', ...args })),
  XENMEM_decrease_reservation: async (world, { gfn }) =>
    countOf(await post(world, '/memory/decrease_reservation', { extents: [gfn] })),
  XENMEM_populate_physmap: async (world, { first, nr, flags }) => {
    const extents = Array.from({ length: Number(nr) }, (_, page) => Number(first) + page);
    return countOf(await post(world, '/memory/populate_physmap', { extents, mem_flags: [flags] }));
  },
  set_pod_target: async (world, args) => {
    const reply = await post(world, '/memory/set_pod_target', args);
    const { tot_pages: tot, pod_cache_pages: cache, pod_entries: entries } = reply.answer;
    return resultOf(reply, { tot: Number(tot), cache: Number(cache), entries: Number(entries) });
  },
  XENMEM_maximum_gpfn: async (world) => {
    const reply = await post(world, '/memory/maximum_gpfn', {});
    return resultOf(reply, { gpfn: reply.answer['gpfn'] });
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
}

function dmop(name: string, { zeros, body = (args) => args, out = () => ({}) }: Shape = {}): Call {
  return async (world, args) => {
    const reply = await post(world, `/dmop/${name}`, { ...zeros, ...body(args) });
    return resultOf(reply, out(reply.answer));
  };
}

/** One that takes a second buffer: only the binary interface can leave it out. */
function buffered(number: number, name: string, shape: Shape): Call {
  const byName = dmop(name, shape);
  return (world, { nr_bufs, ...args }, following) =>
    nr_bufs === 1 ? callWithoutBuffer(world, number) : byName(world, args, following);
}

/** A buffer of equal extents. */
function extentsOf({ buf1_size = EXTENT_BYTES, first_pfn, nr, pad = 0, ...args }: Args): Args {
  const count = Math.floor(Number(buf1_size) / EXTENT_BYTES);
  return { ...args, extents: Array.from({ length: count }, () => ({ first_pfn, nr, pad })) };
}

function post(world: RecordedWorld, path: string, args: Args): Promise<Reply> {
  const said = Object.entries(args).filter(([name]) => !COMMENTS.has(name));
  return world.send('POST', path, Object.fromEntries(said));
}

/** The domain that an argument speaks of. */
function domidOf(world: RecordedWorld, name: string | undefined): number {
  if (name === undefined) return world.domid;
  if (name.startsWith('DOMID_SELF')) return DOMID_SELF;
  if (name.startsWith('0 ')) return 0;
  return world.domids.get(name) ?? NO_SUCH_DOMID;
}
