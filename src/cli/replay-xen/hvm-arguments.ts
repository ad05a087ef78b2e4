/** HVMOPs of the recordings: their numbers, and how the struct that each points at lies in memory. */

import type { Args } from './recording.js';
import { structOf, type Member } from './struct-bytes.js';

export interface HvmOp {
  readonly number: number;
  /** What the struct holds, for the domain that it is about. */
  readonly members: (args: Args, domid: number) => readonly Member[];
}

const PARAM = (args: Args, domid: number): Member[] => [
  [domid, 2],
  [0, 2],
  [args['index'], 4],
  [args['value'], 8],
];

export const HVM_OPS: Readonly<Record<string, HvmOp>> = {
  HVMOP_set_param: { number: 0, members: PARAM },
  HVMOP_get_param: { number: 1, members: PARAM },
  HVMOP_pagetable_dying: {
    number: 9,
    members: (_, domid) => [
      [domid, 8],
      [0, 8],
    ],
  },
  HVMOP_xentrace: {
    number: 11,
    members: ({ event, extra_bytes }) => [
      [event, 2],
      [extra_bytes, 2],
      [0, 28],
    ],
  },
  HVMOP_get_mem_type: {
    number: 15,
    members: ({ pfn }, domid) => [
      [domid, 2],
      [0, 6],
      [pfn, 8],
    ],
  },
  HVMOP_set_evtchn_upcall_vector: {
    number: 23,
    members: ({ vcpu, vector }) => [
      [vcpu, 4],
      [vector, 4],
    ],
  },
  HVMOP_altp2m: {
    number: 25,
    members: ({ version, cmd, pad1, pad2, state }, domid) => [
      [version ?? 1, 4],
      [cmd, 4],
      [domid, 2],
      [pad1, 2],
      [pad2, 4],
      [state, 8],
      [0, 8],
      [0, 8],
    ],
  },
};

export const hvmStruct = ({ members }: HvmOp, args: Args, domid: number): Uint8Array =>
  structOf(members(args, domid));
