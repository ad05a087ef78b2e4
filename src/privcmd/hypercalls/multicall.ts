/**
 * HYPERVISOR_multicall: hypercalls one after the other, each with its result beside it.
 *
 * Source: xen/include/public/xen.h, struct multicall_entry: `u64 op`, `i64 result`, `u64 args[6]`. All that the calls
 * point at is read before the first of them is made: none is made twice.
 */

import type { CallerMemory } from '../caller-memory.js';
import type { CallBy, Prepared } from './call.js';

const ENTRY_BYTES = 64;
const RESULT = 8;
const ARGS = 16;
const NR_ARGS = 6;

type Prepare = (
  by: CallBy,
  number: number,
  args: readonly bigint[],
  memory: CallerMemory,
) => Prepared;

export function multicall(
  by: CallBy,
  [pointer = 0n, nr = 0n]: readonly bigint[],
  memory: CallerMemory,
  prepare: Prepare,
): Prepared {
  const entries = memory.read(pointer, Number(nr) * ENTRY_BYTES);
  const calls = Array.from({ length: Number(nr) }, (_, index) => {
    const at = index * ENTRY_BYTES;
    const args = Array.from({ length: NR_ARGS }, (_, n) =>
      entries.getBigUint64(at + ARGS + n * 8, true),
    );
    return prepare(by, Number(entries.getBigUint64(at, true)), args, memory);
  });
  return async () => {
    for (const [index, call] of calls.entries()) {
      const result = BigInt64Array.of(BigInt(await call()));
      memory.write(pointer + BigInt(index * ENTRY_BYTES + RESULT), new Uint8Array(result.buffer));
    }
    return 0;
  };
}
