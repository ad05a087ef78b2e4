import { describe, expect, it } from 'vitest';
import { offsetsOf } from '../../../src/routes/wire/c-struct.js';
import { formNamed } from '../../../src/routes/forms/form-named.js';

const layoutOf = (op: string) => formNamed(op)?.layout;

describe('layoutOf', () => {
  // prettier-ignore
  it.each([
    ['dmop/create_ioreq_server',     6,  { handle_bufioreq: 0, pad: 1, id: 4 }],
    ['hvmop/create_ioreq_server',    6,  { domid: 0, handle_bufioreq: 2, id: 4 }],
    ['dmop/get_ioreq_server_info',   24, { id: 0, flags: 2, bufioreq_port: 4, ioreq_gfn: 8, bufioreq_gfn: 16 }],
    ['hvmop/set_mem_type',           16, { domid: 0, hvmmem_type: 2, nr: 4, first_pfn: 8 }],
    ['hvmop/get_mem_type',           16, { domid: 0, mem_type: 2, pfn: 8 }],
    ['dmop/track_dirty_vram',        16, { nr: 0, pad: 4, first_pfn: 8 }],
    ['hvmop/track_dirty_vram',       24, { domid: 0, nr: 4, first_pfn: 8, dirty_bitmap: 16 }],
    ['dmop/modified_memory',         8,  { nr_extents: 0, opaque: 4 }],
    ['hvmop/set_evtchn_upcall_vector', 8, { vcpu: 0, vector: 4 }],
    ['hvmop/xentrace',               32, { event: 0, extra_bytes: 2, extra: 4 }],
  ] as const)('lays out %s in %i bytes', (op, bytes, offsets) => {
    const layout = layoutOf(op)!;
    expect([layout.bytes, offsetsOf(layout)]).toEqual([bytes, offsets]);
  });

  it.each(['hvmop/flush_tlbs', 'dmop/set_irq_level', 'hvmop/altp2m'])(
    'has nothing of %s, at which Xen does not look',
    (op) => expect(layoutOf(op)?.bytes).toBe(0),
  );

  it('has no layout of what is not called so', () => {
    expect(layoutOf('memory/maximum_gpfn')).toBeUndefined();
  });
});
