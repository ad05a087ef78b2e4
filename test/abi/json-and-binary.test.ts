import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { buffersOf, viewOf } from '../../src/routes/buffers.js';
import { callDmOp } from '../../src/routes/dm-op-call.js';
import { callHvmOp } from '../../src/routes/hvm-op-call.js';
import { HYPERCALL_FORMS } from '../../src/routes/hypercall-routes.js';
import type { HypercallForm } from '../../src/routes/hypercall-form.js';
import { appFor } from '../support/app-pool.js';
import { buffers, dmOp, packed } from '../support/buffers.js';
import { argumentsFor } from './arbitrary-struct.js';

const DOMID = 1;
const UNION = 8;
/** Enough for all that an HVMOP may write. */
const BITMAP_BYTES = 2 ** 15;

/** A call both ways. */
interface Call {
  readonly form: HypercallForm;
  readonly json: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
  /** For people. */
  [fc.toStringMethod](): string;
}

const made = (form: HypercallForm, json: Call['json'], body: Buffer): Call => ({
  form,
  json,
  body,
  [fc.toStringMethod]: () => `${form.call.name} ${JSON.stringify(json)}`,
});

const forms = (via: 'dmop' | 'hvmop') =>
  HYPERCALL_FORMS[via].filter(
    ({ layout, call }) => (layout?.bytes ?? 0) > 0 || call.dmop?.number === 20,
  );

/** What lies in the second buffer, both ways. */
const EXTRA: Readonly<Record<string, fc.Arbitrary<readonly [Buffer, object]>>> = {
  modified_memory: fc
    .array(fc.tuple(fc.nat(9), fc.constantFrom(0, 0, 0, 1), fc.constantFrom(0, 1, 0x3f8, 0x3ff)), {
      maxLength: 4,
    })
    .map((extents) => [
      Buffer.concat(extents.map(([nr, pad, pfn]) => packed([4, nr], [4, pad], [8, pfn]))),
      { extents: extents.map(([nr, pad, first_pfn]) => ({ nr, pad, first_pfn })) },
    ]),
  track_dirty_vram: fc
    .constantFrom(0, 1, 2, 64)
    .map((room) => [Buffer.alloc(room), { bitmap_bytes: room }]),
};

const dmCall = (form: HypercallForm): fc.Arbitrary<Call> =>
  fc
    .tuple(
      argumentsFor(form.layout!, form.pads),
      EXTRA[form.call.name] ?? fc.constant([undefined, {}] as const),
    )
    .map(([{ struct, json }, [second, more]]) => {
      const others = second === undefined ? [] : [second];
      return made(form, { ...json, ...more }, buffers(dmOp(form.number, struct), ...others));
    });

const hvmCall = (form: HypercallForm): fc.Arbitrary<Call> =>
  argumentsFor(form.layout!, [], { domid: BigInt(DOMID) }).map(({ struct, json }) => {
    const others = form.call.hvmop?.buffer ? [Buffer.alloc(BITMAP_BYTES)] : [];
    return made(form, withoutExtra(form, json), buffers(struct, ...others));
  });

/** What JSON has as a list. */
const withoutExtra = ({ call }: HypercallForm, json: Call['json']) =>
  call.name === 'xentrace' ? { ...json, extra: [] } : json;

/** Two hosts alike: one is called by JSON, the other by buffers. */
async function twins(profile: string) {
  const host = () => {
    const made = new Host({ profile: profile as '4.17' });
    made.createDomain({ memoryMib: 4, paused: false });
    return made;
  };
  const binary = host();
  return { app: await appFor(host()), binary };
}

type Told = Readonly<Record<string, unknown>> & { readonly rc: number };

/** The answer that lies in the buffers, by the names of JSON. */
function answerIn({ form: { layout, call, via }, body }: Call, rc: number): Told {
  if (rc !== 0) return { rc };
  const all = buffersOf(viewOf(body)).all;
  const base = via === 'dmop' ? UNION : 0;
  const words = layout!.members
    .filter(({ of }) => of === 'response')
    .map(({ name, field, type, offset }) => [
      name,
      call.response.fields[field]!.encode(type.load(all[0]!, base + offset)),
    ]);
  const bitmap = 'dirty_bitmap' in call.response.fields ? { dirty_bitmap: hexOf(all[1]!) } : {};
  return { rc, ...(Object.fromEntries(words) as object), ...bitmap };
}

const hexOf = ({ buffer, byteOffset, byteLength }: DataView) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('hex');

/** JSON's answer, without what only people read, and with zeros where a bitmap leaves room. */
function compared({ errno: _, detail: __, dirty_bitmap, ...rest }: Told, { body }: Call) {
  if (typeof dirty_bitmap !== 'string') return rest;
  const room = buffersOf(viewOf(body)).all[1]!.byteLength;
  return { ...rest, dirty_bitmap: dirty_bitmap.padEnd(2 * room, '0') };
}

async function compare(
  profile: string,
  calls: readonly Call[],
  callIt: (host: Host, call: Call) => number | Promise<number>,
) {
  const { app, binary } = await twins(profile);
  const { results } = (
    await app.inject({
      method: 'POST',
      url: '/multicall',
      payload: {
        calls: calls.map(({ form, json }) => ({
          op: `${form.via}/${form.call.name}`,
          domid: DOMID,
          args: json,
        })),
      },
    })
  ).json<{ results: Told[] }>();

  for (const [index, call] of calls.entries()) {
    const rc = await callIt(binary, call);
    const what = `${index}: ${call[fc.toStringMethod]()}`;
    expect(answerIn(call, rc), what).toEqual(compared(results[index]!, call));
  }
}

const byDmOp = (host: Host, { body }: Call) =>
  callDmOp({ host, domid: DOMID }, buffersOf(viewOf(body)));
const byHvmOp = (host: Host, { form, body }: Call) =>
  callHvmOp({ host, domid: DOMID }, form.number, buffersOf(viewOf(body)));

describe('whatever the arguments', () => {
  it.each(['4.9', '4.17', '4.22'])(
    'a DMOP of %s answers the same over JSON and from buffers',
    { timeout: 60_000 },
    async (profile) => {
      const known = forms('dmop').filter(({ number }) => profile !== '4.9' || number <= 15);
      const calls = fc.array(fc.oneof(...known.map(dmCall)), { minLength: 20, maxLength: 60 });

      await fc.assert(
        fc.asyncProperty(calls, (calls) => compare(profile, calls, byDmOp)),
        { numRuns: 25 },
      );
    },
  );

  it.each(['4.8', 'v6'])(
    'an HVMOP of %s answers the same over JSON and from a struct',
    { timeout: 60_000 },
    async (profile) => {
      const known = forms('hvmop').filter(({ number }) => profile === 'v6' || number !== 26);
      const calls = fc.array(fc.oneof(...known.map(hvmCall)), { minLength: 20, maxLength: 60 });

      await fc.assert(
        fc.asyncProperty(calls, (calls) => compare(profile, calls, byHvmOp)),
        { numRuns: 25 },
      );
    },
  );
});
