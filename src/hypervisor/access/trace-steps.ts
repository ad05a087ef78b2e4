/**
 * The steps that a trace can show, and how the numbers of each are read: one row, one step.
 *
 * The names of the rules of `violation.ts` are steps too: `{ step: 'device-model-page', p2mt }`.
 */

import { hex } from '../abi/frames.js';
import { IOREQ_DIR, ioreqTypeName } from '../abi/ioreq.js';
import { unpackShape } from '../abi/ioreq-shape.js';
import { p2mAccessName } from '../abi/p2m-access.js';
import { p2mTypeName } from '../abi/p2m-type.js';
import { decodeEntry, rawOf } from '../ept/ept-entry.js';
import { INTERNAL_DEVICE_NAMES } from './internal-devices/internal-device-names.js';
import { toNpfec } from './npfec.js';

/** a, b, c are numbers of any size; lo and hi are the words of a 64-bit value. */
export type StepNumbers = [a: number, b: number, c: number, lo: number, hi: number];

/** Why a server got a request, or why nobody did. */
export const SELECTED_BY = [
  'claims ioreq_server writes',
  'memory range',
  'port range',
  'pci range',
  'no server: reads give all ones, writes vanish',
] as const;

/** Why the guest executes the instruction once more. */
export const RETRY_BECAUSE = [
  'the p2m has changed',
  'nobody owns ioreq_server pages',
  'the instruction has more to do',
  'the emulation gave up after an answer',
  'the domain is shutting down',
] as const;

const walk = (level: number, gfn: number, layout: number, lo: number, hi: number) => {
  const entry = decodeEntry(lo, hi, layout === 1 ? 'access_59' : 'access_58');
  return {
    level,
    gfn: hex(gfn),
    raw: hex(rawOf(lo, hi)),
    permissions: `${entry.r ? 'r' : '-'}${entry.w ? 'w' : '-'}${entry.x ? 'x' : '-'}`,
    emt: entry.emt,
    ipat: entry.ipat,
    sp: entry.sp,
    a: entry.a,
    d: entry.d,
    recalc: entry.recalc,
    mfn: hex(entry.mfn),
    p2mt: entry.p2mt,
    access: entry.access,
    suppress_ve: entry.suppressVe,
  };
};

const KIND_NAMES = {
  none: 'unknown',
  in_paging_structure: 'in_gpt',
  translated: 'with_gla',
} as const;

const npfecOf = (qualification: number) => {
  const { read, write, insnFetch, present, linear } = toNpfec(qualification);
  const glaValid = linear !== 'none';
  return {
    read,
    write,
    insn_fetch: insnFetch,
    present,
    gla_valid: glaValid,
    kind: KIND_NAMES[linear],
  };
};

const rule = (type: number, gfn: number, access: number) => ({
  p2mt: p2mTypeName(type),
  gfn: hex(gfn),
  access: p2mAccessName(access),
});

const bytes = (size: number, address: number, dir: number, lo: number, hi: number) => ({
  gpa: hex(address),
  dir: dir === IOREQ_DIR.read ? 'read' : 'write',
  size,
  data: hex(rawOf(lo, hi)),
});

/** Each row turns the five numbers of a step into what is shown of it. */
export const TRACE_STEPS = {
  ept_walk: walk,
  hit: (_: number, gpa: number, mfn: number) => ({ gpa: hex(gpa), mfn: hex(mfn) }),
  ept_violation: (qualification: number, gpa: number) => ({
    gpa: hex(gpa),
    qualification: hex(qualification),
    npfec: npfecOf(qualification),
  }),
  ept_misconfig: (resolved: number, gpa: number, spurious: number) => ({
    gpa: hex(gpa),
    resolved: resolved !== 0,
    spurious: spurious !== 0,
  }),
  io_exit: (port: number, size: number, dir: number) => ({
    port: hex(port),
    size,
    dir: dir === IOREQ_DIR.read ? 'read' : 'write',
  }),
  populate: (order: number, gfn: number) => ({ gfn: hex(gfn), order }),
  'internal-mmio': (_: number, gpa: number) => ({ gpa: hex(gpa) }),
  'access-restriction': rule,
  'executable-superpage': rule,
  'device-model-page': rule,
  'paged-out': rule,
  shared: rule,
  'first-write-to-clean-page': rule,
  spurious: rule,
  unhandled: rule,
  /** The emulator found RAM behind an operand. */
  guest_memory: bytes,
  write_discarded: bytes,
  /** The read half of a read-modify-write on a claimed page: answered by Xen from RAM. */
  read_from_ram: bytes,
  internal_device: (device: number, address: number, dir: number, lo: number, hi: number) => ({
    device: INTERNAL_DEVICE_NAMES[device] ?? 'unknown',
    addr: hex(address),
    dir: dir === IOREQ_DIR.read ? 'read' : 'write',
    data: hex(rawOf(lo, hi)),
  }),
  cf8_latch: (_a: number, _b: number, _c: number, lo: number) => ({ cf8: hex(lo) }),
  ioreq_server_select: (ioservid: number, address: number, why: number) => ({
    ioservid: ioservid < 0 ? null : ioservid,
    addr: hex(address),
    why: SELECTED_BY[why] ?? 'unknown',
  }),
  ioreq: (ioservid: number, address: number, shape: number, lo: number, hi: number) => ({
    ioservid,
    ...shapeInWords(shape),
    addr: hex(address),
    data: hex(rawOf(lo, hi)),
  }),
  ioreq_refused: (ioservid: number, address: number) => ({ ioservid, addr: hex(address) }),
  completion: (_a: number, address: number, _c: number, lo: number, hi: number) => ({
    addr: hex(address),
    data: hex(rawOf(lo, hi)),
  }),
  /** Device models are told that pages have left the map. */
  mapcache_invalidate: (servers: number) => ({ servers }),
  retry: (why: number) => ({ why: RETRY_BECAUSE[why] ?? 'unknown' }),
  refaulting: (_: number, gpa: number) => ({ gpa: hex(gpa) }),
  inject: (vector: number, error: number) => ({ vector, ...(error < 0 ? {} : { error }) }),
  domain_crash: () => ({}),
  host_panic: (ioservid: number) => ({
    ioservid,
    why: 'the server has no ioreq page: nobody asked get_ioreq_server_info or acquire_resource for it',
  }),
} as const satisfies Record<string, (...numbers: StepNumbers) => object>;

export type TraceStepName = keyof typeof TRACE_STEPS;

export interface TraceStep {
  readonly step: TraceStepName;
  readonly [field: string]: unknown;
}

const shapeInWords = (shape: number) => {
  const { type, dir, ...counts } = unpackShape(shape);
  return {
    type: ioreqTypeName(type) ?? 'unknown',
    dir: dir === IOREQ_DIR.read ? 'read' : 'write',
    ...counts,
  };
};
