/**
 * HYPERVISOR_memory_op, from the structs that lie in its caller's memory.
 *
 * Source: xen/include/public/memory.h. A call that gives way is gone on with before it is answered: the caller sees no
 * continuation, in the number of the operation or elsewhere.
 */

import { XenError } from '../../hypervisor/index.js';
import { HYPERCALL_FORMS } from '../../routes/forms/hypercall-forms.js';
import { issue } from '../../routes/calls/issue.js';
import type { CallerMemory } from '../caller-memory.js';
import type { CallBy, Prepared } from './call.js';

interface Loaded {
  readonly domid: number;
  readonly body: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

interface MemoryOp {
  /** Of the struct that its argument points at; 0: it has none. */
  readonly bytes: number;
  readonly load: (struct: DataView, memory: CallerMemory) => Loaded;
  /** What it returns; without it 0. */
  readonly returns?: (answer: Fields) => number;
  /** Leaves what else it answers in the caller's memory. */
  readonly store?: (answer: Fields, struct: DataView, memory: CallerMemory) => void;
}

/** The command is in the low bits; what stands above is where a continuation goes on. */
const COMMAND_BITS = 6;
const DOMID_BYTES = 2;

const reservation: MemoryOp = {
  bytes: 32,
  load: (struct, memory) => ({
    domid: struct.getUint16(24, true),
    body: {
      extents: frames(memory, u64(struct, 0), Number(u64(struct, 8))),
      extent_order: struct.getUint32(16, true),
      mem_flags: struct.getUint32(20, true),
    },
  }),
  returns: ({ done }) => Number(done),
};

const { load: loadReservation } = reservation;

const ofDomid: MemoryOp = {
  bytes: DOMID_BYTES,
  load: (struct) => ({ domid: struct.getUint16(0, true), body: {} }),
};

const OPS: Readonly<Record<number, MemoryOp>> = {
  0: reservation,
  1: {
    ...reservation,
    load(struct, memory) {
      const { domid, body } = loadReservation(struct, memory);
      const { extents, extent_order } = body;
      return { domid, body: { extents, extent_order } };
    },
  },
  3: { ...ofDomid, returns: ({ pages }) => Number(pages) },
  4: { ...ofDomid, returns: ({ pages }) => Number(pages) },
  6: reservation,
  7: {
    bytes: 24,
    load: (struct) => ({
      domid: struct.getUint16(0, true),
      body: {
        size: struct.getUint16(2, true),
        space: struct.getUint32(4, true),
        idx: hex64(u64(struct, 8)),
        gpfn: hex64(u64(struct, 16)),
      },
    }),
  },
  14: { ...ofDomid, returns: ({ gpfn }) => Number(gpfn) },
  15: {
    bytes: 16,
    load: (struct) => ({ domid: struct.getUint16(0, true), body: { gpfn: hex64(u64(struct, 8)) } }),
  },
  23: {
    bytes: 40,
    load(struct, memory) {
      const nr = struct.getUint16(4, true);
      return {
        domid: struct.getUint16(0, true),
        body: {
          space: struct.getUint16(2, true),
          foreign_domid: struct.getUint16(6, true),
          idxs: frames(memory, u64(struct, 16), nr),
          gpfns: frames(memory, u64(struct, 24), nr),
        },
      };
    },
    store({ errs }, struct, memory) {
      memory.write(u64(struct, 32), new Uint8Array(Int32Array.from(errs as number[]).buffer));
    },
  },
};

/** What there is nothing of, and is asked for all the same: claims of pages, pages shared between domains. */
const NOTHING = new Set([18, 19, 24]);

const FORMS = new Map(HYPERCALL_FORMS.memory.map((form) => [form.number, form]));

export function memoryOp(by: CallBy, args: readonly bigint[], memory: CallerMemory): Prepared {
  const command = Number((args[0] ?? 0n) & (2n ** BigInt(COMMAND_BITS) - 1n));
  if (NOTHING.has(command)) return () => 0;
  const op = OPS[command];
  const form = FORMS.get(command);
  if (op === undefined || form === undefined)
    throw new XenError('ENOSYS', `there is no XENMEM ${command}`);

  const struct = memory.read(args[1] ?? 0n, op.bytes);
  const { domid, body } = op.load(struct, memory);
  return async () => {
    const answer = await issue(form, { ...by, domid, isByNumber: true }, body);
    op.store?.(answer, struct, memory);
    return op.returns?.(answer) ?? 0;
  };
}

const u64 = (struct: DataView, at: number): bigint => struct.getBigUint64(at, true);

const hex64 = (value: bigint): string => `0x${value.toString(16)}`;

function frames(memory: CallerMemory, pointer: bigint, nr: number): string[] {
  const list = memory.read(pointer, nr * BigUint64Array.BYTES_PER_ELEMENT);
  return Array.from({ length: nr }, (_, index) => hex64(u64(list, index * 8)));
}
