/**
 * HYPERVISOR_memory_op as a guest calls it. Structs: xen/include/public/memory.h. A guest that is not dom0 acquires
 * resources since 4.19 alone.
 */

import { ERRNO, XenError } from '../../hypervisor/index.js';
import { cStruct, type Member } from '../wire/c-struct.js';
import { UINT16, UINT32, UINT64, UINT8, type CType } from '../wire/c-type.js';
import { GuestBuffer } from './guest-buffer.js';
import { HYPERCALL_FORMS } from '../forms/hypercall-forms.js';
import type { Answer } from '../definition/teller.js';
import { callAsGuest, type Called, type GuestForm } from './guest-form.js';

/** Extents that one call can have here. */
const MOST_EXTENTS = 2 ** 20;
const EXTENT_BYTES = 8;

const asked = (name: string, type: CType<never>, field = name): Member => ({
  name,
  type: type,
  of: 'request',
  field,
});
const other = (name: string, type: CType<never>): Member => ({
  name,
  type: type,
});

const U8 = UINT8 as CType<never>;
const U16 = UINT16 as CType<never>;
const U32 = UINT32 as CType<never>;
const U64 = UINT64 as CType<never>;

/** struct xen_memory_reservation. */
const RESERVATION = cStruct([
  other('extent_start', U64),
  other('nr_extents', U64),
  asked('extent_order', U32),
  asked('mem_flags', U32),
  other('domid', U16),
]);
const NR_EXTENTS_AT = 8;
const RESERVATION_DOMID_AT = 24;

const DOMID = cStruct([other('domid', U16)]);

type Row = Omit<GuestForm, 'form'>;

const reservation: Row = {
  struct: RESERVATION,
  domidAt: RESERVATION_DOMID_AT,
  request: (struct, called) => ({ extents: extentsOf(struct, called) }),
  returns: ({ done }) => Number(done),
};

const query = (field: string): Row => ({
  struct: DOMID,
  domidAt: 0,
  returns: (response) => Number(response[field] ?? 0),
});

const ROWS: Readonly<Record<string, Row>> = {
  increase_reservation: {
    ...reservation,
    request: (struct) => ({ nr_extents: Number(struct.getBigUint64(NR_EXTENTS_AT, true)) }),
  },
  decrease_reservation: reservation,
  populate_physmap: reservation,
  current_reservation: query('pages'),
  maximum_reservation: query('pages'),
  maximum_gpfn: query('gpfn'),
  add_to_physmap: {
    struct: cStruct([
      other('domid', U16),
      asked('size', U16),
      asked('space', U32),
      asked('idx', U64),
      asked('gpfn', U64),
    ]),
    domidAt: 0,
    request: (struct) => ({ idx: numberAt(struct, 8), gpfn: numberAt(struct, 16) }),
  },
  remove_from_physmap: {
    struct: cStruct([other('domid', U16), asked('gpfn', U64)]),
    domidAt: 0,
    request: (struct) => ({ gpfn: numberAt(struct, 8) }),
  },
  add_to_physmap_batch: {
    struct: cStruct([
      other('domid', U16),
      asked('space', U16),
      other('size', U16),
      asked('foreign_domid', U16),
      other('idxs', U64),
      other('gpfns', U64),
      other('errs', U64),
    ]),
    domidAt: 0,
    request: physmapLists,
  },
  access_op: {
    struct: cStruct([
      asked('op', U8),
      asked('access', U8),
      other('domid', U16),
      asked('nr', U32),
      asked('pfn', U64),
    ]),
    domidAt: 2,
    request: (struct) => ({ pfn: numberAt(struct, 8) }),
  },
  acquire_resource: {
    struct: cStruct([
      other('domid', U16),
      asked('type', U16),
      asked('id', U32),
      asked('nr_frames', U32, 'nr'),
      asked('pad', U32),
      asked('frame', U64),
      other('frame_list', U64),
    ]),
    domidAt: 0,
  },
  set_pod_target: {
    struct: cStruct([asked('target_pages', U64), ...podRest()]),
    domidAt: 32,
    request: (struct) => ({ target_pages: numberAt(struct, 0) }),
  },
  get_pod_target: { struct: cStruct([other('target_pages', U64), ...podRest()]), domidAt: 32 },
};

const BY_NUMBER = new Map<number, GuestForm>(
  HYPERCALL_FORMS.memory.flatMap((form) => {
    const row = ROWS[form.call.name];
    return row === undefined ? [] : [[form.number, { form, ...row }]];
  }),
);

const ACQUIRE_RESOURCE = 28;
const CLAIM_PAGES = 24;

export function memoryOp(called: Called, number: number): number {
  const { knobs } = called.caller.profile;
  if (number === ACQUIRE_RESOURCE && !knobs.guests_acquire) return -ERRNO.EACCES;
  if (number === CLAIM_PAGES) return claimPages(called);
  const guestForm = BY_NUMBER.get(number);
  return guestForm === undefined ? -ERRNO.ENOSYS : callAsGuest(guestForm, called);
}

/** XENMEM_claim_pages is for toolstacks; what is wrong with its struct is found first. */
function claimPages({ call, pointer }: Called): number {
  const { view } = new GuestBuffer(call, pointer, RESERVATION.bytes);
  if (view === undefined) return -ERRNO.EFAULT;
  return view.getBigUint64(0, true) === 0n ? -ERRNO.EPERM : -ERRNO.EINVAL;
}

function podRest(): Member[] {
  return [
    other('tot_pages', U64),
    other('pod_cache_pages', U64),
    other('pod_entries', U64),
    other('domid', U16),
  ];
}

/** No double loses what a gfn can be, and what is larger is larger than any. */
const numberAt = (struct: DataView, at: number): number => Number(struct.getBigUint64(at, true));

function extentsOf(struct: DataView, called: Called): number[] {
  return listAt(called, struct.getBigUint64(0, true), numberAt(struct, NR_EXTENTS_AT));
}

const IDXS_AT = 8;
const GPFNS_AT = 16;
const SIZE_AT = 4;

function physmapLists(struct: DataView, called: Called): Answer {
  const size = struct.getUint16(SIZE_AT, true);
  return {
    idxs: listAt(called, struct.getBigUint64(IDXS_AT, true), size),
    gpfns: listAt(called, struct.getBigUint64(GPFNS_AT, true), size),
  };
}

function listAt({ call }: Called, pointer: bigint, nr: number): number[] {
  if (nr > MOST_EXTENTS) throw new XenError('EFAULT', `a list of ${nr} cannot be read`);
  const bytes = nr * EXTENT_BYTES;
  const view = new GuestBuffer(call, pointer, bytes).whole(bytes);
  if (view === undefined) throw new XenError('EFAULT', 'the list of extents cannot be read');
  return Array.from({ length: nr }, (_, index) => numberAt(view, index * EXTENT_BYTES));
}
