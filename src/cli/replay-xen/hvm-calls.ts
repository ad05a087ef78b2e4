/** HVMOPs that dom0 makes, by their structs. */

import { BAD, callByBuffers, type Buffer0 } from './binary-call.js';
import type { Call, CallResult } from './call-result.js';
import { spokenOf } from './domain-names.js';
import { HVM_OPS, hvmStruct } from './hvm-arguments.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';
import { numberAt, structOf } from './struct-bytes.js';

/** A page, of which Xen reads as much as an operation has. */
const ZEROS = 4096;
const VALUE_AT = 8;

const byName =
  (name: string): Call =>
  (world, args) => {
    const op = HVM_OPS[name];
    if (op === undefined) throw new Error(`${name} is no HVMOP of the recordings`);
    const domid = world.domidOf(args['domid'] ?? args['domain'] ?? spokenOf(args['why']));
    return callHvmOp(world, op.number, hvmStruct(op, args, domid), args['arg']);
  };

export const HVM_CALLS: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(Object.keys(HVM_OPS).map((name) => [name, byName(name)])),

  hvm_op: (world, { hvmop, arg }: Args) => {
    const isOfDomain = String(arg).startsWith('first field');
    const bytes = new Uint8Array(ZEROS);
    bytes.set(structOf([[isOfDomain ? world.domid : 0, 2]]));
    return callHvmOp(world, Number(hvmop), bytes, arg);
  },
};

async function callHvmOp(
  world: RecordedWorld,
  number: number,
  struct: Uint8Array,
  arg: unknown,
): Promise<CallResult> {
  const buffers: Buffer0[] = arg === 'null' ? [] : [arg === BAD ? BAD : struct];
  const { buffers: after, ...result } = await callByBuffers(
    world,
    `${world.domid}/hvm_op/${number}`,
    buffers,
  );
  if (result.errno !== null) return result;
  const [bytes = new Uint8Array()] = after;
  return { ...result, out: { value: `0x${numberAt(bytes, VALUE_AT, 8).toString(16)}` } };
}
