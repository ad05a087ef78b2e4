/**
 * Bytes at random, most of them the buffers of a call as they might be: whoever gets them answers a number of Xen or refuses
 * the request, and never reads or writes beyond what it was given. `FAKEXEN_ABI_BUFFERS` says how many.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERRNO, XenBug } from '../../src/hypervisor/index.js';
import { buffersOf, viewOf } from '../../src/routes/by-number/buffers.js';
import { runBatch } from '../../src/routes/by-number/dm-op-batch.js';
import { callDmOp } from '../../src/routes/by-number/dm-op-call.js';
import { callHvmOp } from '../../src/routes/by-number/hvm-op-call.js';
import { ProblemError } from '../../src/routes/problems/problem.js';
import { BAD, buffers, packed, type Sent } from '../support/buffers.js';
import { hostWithDeviceModel } from '../surface/small-host.js';

const BODIES = Number(process.env['FAKEXEN_ABI_BUFFERS'] ?? 2_000);
/** Where a host is made anew, so that what one call has done does not spoil the next thousand. */
const BODIES_OF_A_HOST = 20;
const HIGHEST_OP = 30;
/** What lies before and after the bytes that are handed over. */
const GUARD = 64;
const UNTOUCHED = 0xa5;

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 2, 3, 0x100) },
  { weight: 1, arbitrary: fc.nat({ max: 0xffffffff }) },
  { weight: 1, arbitrary: fc.constantFrom(0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff) },
);
const words = fc
  .array(word, { maxLength: 12 })
  .map((all) => packed(...all.map((one): [4, number] => [4, one])));
const struct = fc
  .tuple(fc.nat({ max: HIGHEST_OP }), words, fc.nat({ max: 60 }))
  .map(([op, own, cut]) => Buffer.concat([packed([4, op]), own]).subarray(0, cut));
const buffer = fc.oneof(
  { weight: 4, arbitrary: struct },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 100 }) },
  { weight: 1, arbitrary: fc.constant<Sent>(BAD) },
);
const some = fc.array<Sent>(buffer, { maxLength: 4 }).map((all) => buffers(...all));
const batch = fc
  .tuple(word, fc.array(fc.tuple(fc.constantFrom(1, 2, 9, 0x7ff0), some), { maxLength: 4 }))
  .map(([count, calls]) => {
    const bodies = calls.flatMap(([domid, body]) => [packed([2, domid], [2, 0]), body]);
    return Buffer.concat([packed([4, count < 6 ? calls.length : count]), ...bodies]);
  });
const torn = (whole: fc.Arbitrary<Buffer>) =>
  fc.oneof(
    { weight: 4, arbitrary: whole },
    {
      weight: 1,
      arbitrary: fc
        .tuple(whole, fc.nat({ max: 80 }))
        .map(([body, length]) => body.subarray(0, length)),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)) },
  );

type To = { readonly host: ReturnType<typeof hostWithDeviceModel>; readonly domid: number };
const WAYS = {
  dm_op: { bodies: torn(some), call: (to: To, body: DataView) => callDmOp(to, buffersOf(body)) },
  hvm_op: {
    bodies: torn(some),
    call: (to: To, body: DataView, number: number) =>
      callHvmOp(to, number, buffersOf(body), () => undefined),
  },
  'dm_op batch': {
    bodies: torn(batch),
    call: async (to: To, body: DataView) => {
      await runBatch(to, body);
      return 0;
    },
  },
};

/** As the caller would see it: a number, a request that cannot be read, or a host that would be gone. */
async function outcomeOf(call: () => number | Promise<number>): Promise<number> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ProblemError || error instanceof XenBug) return 0;
    throw error;
  }
}

describe('bytes at random', () => {
  it.each(Object.entries(WAYS))(
    'are a call of %s or none',
    async (_name, { bodies, call }) => {
      const numbers = new Set<number>([0, ...Object.values(ERRNO).map((errno) => -errno)]);
      const calls = fc.array(fc.tuple(bodies, fc.nat({ max: HIGHEST_OP })), {
        maxLength: BODIES_OF_A_HOST,
        size: 'max',
      });
      const property = fc.asyncProperty(calls, async (all) => {
        const host = hostWithDeviceModel();
        for (const [body, number] of all) {
          const memory = Buffer.alloc(body.length + 2 * GUARD, UNTOUCHED);
          const given = memory.subarray(GUARD, GUARD + body.length);
          given.set(body);
          const rc = await outcomeOf(() => call({ host, domid: 1 }, viewOf(given), number));

          expect(rc > 0 || numbers.has(rc), `rc ${rc}`).toBe(true);
          const around = [memory.subarray(0, GUARD), memory.subarray(GUARD + body.length)];
          expect(around.every((bytes) => bytes.every((byte) => byte === UNTOUCHED))).toBe(true);
        }
      });
      await fc.assert(property, { numRuns: Math.ceil((2 * BODIES) / BODIES_OF_A_HOST) });
    },
    20_000 + BODIES,
  );
});
