/** A hypercall made at random, from what its definition says: its arguments in JSON, and the same in memory. */

import fc from 'fast-check';
import type { CType } from '../../src/routes/wire/c-type.js';
import type { HypercallForm } from '../../src/routes/forms/hypercall-form.js';
import type { AnyWord } from '../../src/routes/wire/word.js';
import { buffers, dmOp, packed, type Sent } from '../support/buffers.js';

export interface Call {
  readonly form: HypercallForm;
  readonly domid: number;
  /** Undefined: whoever it is that calls if nobody says. */
  readonly caller: number | undefined;
  readonly preemptAfter: number | undefined;
  readonly json: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
  /** For people. */
  [fc.toStringMethod](): string;
}

/** Domain 1 is HVM, 2 its device model, 3 PV, 4 has local APICs only; there is no 9. */
const DOMIDS = fc.oneof(
  { weight: 24, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.constantFrom(2, 4) },
  { weight: 1, arbitrary: fc.constantFrom(0, 3, 9, 0x7ff0, 0xffff) },
);
const CALLERS = fc.oneof(
  { weight: 24, arbitrary: fc.constant(undefined) },
  { weight: 6, arbitrary: fc.constantFrom(0, 2) },
  { weight: 1, arbitrary: fc.constantFrom(1, 3, 4, 9) },
);
const PREEMPT_AFTER = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
);

/** Pages that there are and the first that is not, edges of types, and where more bits are than any gfn has. */
const EDGES = [
  0x40n,
  0xffn,
  0x100n,
  0x101n,
  0x3feen,
  0x3ffn,
  0x400n,
  0xfeff0n,
  0xfefffn,
  0xff000n,
  0xffffn,
  0x10000n,
  0x10001n,
  2n ** 24n,
  2n ** 20n,
  2n ** 32n,
  2n ** 36n,
  2n ** 40n,
  2n ** 52n,
  2n ** 53n - 1n,
  2n ** 63n,
];

const numberOf = (bytes: number, word?: AnyWord): fc.Arbitrary<bigint> => {
  const most = (1n << BigInt(8 * bytes)) - 1n;
  const named = word === undefined ? [] : namedValues(word);
  return fc
    .oneof(
      ...(named.length > 0 ? [{ weight: 30, arbitrary: fc.constantFrom(...named) }] : []),
      { weight: 20, arbitrary: fc.bigInt({ min: 0n, max: 1n }) },
      { weight: 10, arbitrary: fc.bigInt({ min: 2n, max: 9n }) },
      { weight: 4, arbitrary: fc.constantFrom(...EDGES, most, most - 1n) },
      { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: most }) },
    )
    .map((value) => value & most);
};

const namedValues = ({ schema, decode }: AnyWord): bigint[] =>
  ((schema['anyOf'] ?? []) as Named[]).flatMap(({ enum: names = [], items }) => [
    ...names.map((name) => BigInt(decode(name) as number)),
    ...(items?.enum ?? []).map((name) => BigInt(decode([name]) as number)),
  ]);

/** Reserved members are 0 but now and then. */
const reserved = (bytes: number): fc.Arbitrary<bigint> =>
  fc.oneof({ weight: 29, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: numberOf(bytes) });

const EXTENTS = fc
  .array(
    fc.tuple(
      fc.oneof(fc.nat(9), fc.constantFrom(0x100, 0x101, 0x2ff)),
      fc.constantFrom(0, 0, 0, 0, 1),
      fc.constantFrom(0, 1, 0x80, 0x3f8, 0x3ff, 0xfefff),
    ),
    { maxLength: 4 },
  )
  .map((extents): Extra => [
    Buffer.concat(extents.map(([nr, pad, pfn]) => packed([4, nr], [4, pad], [8, pfn]))),
    { extents: extents.map(([nr, pad, first_pfn]) => ({ nr, pad, first_pfn })) },
  ]);

/** What lies behind a pointer, in memory and in JSON. Whatever has a second buffer needs a line here. */
const EXTRA: Readonly<Record<string, fc.Arbitrary<Extra>>> = {
  'dmop modified_memory': EXTENTS,
  'dmop track_dirty_vram': fc
    .constantFrom(0, 1, 2, 64, 512)
    .map((room): Extra => [Buffer.alloc(room), { bitmap_bytes: room }]),
  // Room enough for whatever it writes.
  'hvmop track_dirty_vram': fc.constant([Buffer.alloc(2 ** 15), {}]),
};

type Extra = readonly [second: Buffer, json: object];

export function arbitraryCall(form: HypercallForm): fc.Arbitrary<Call> {
  const { via, call, number, layout } = form;
  const extra = call[via]?.buffer && EXTRA[`${via} ${call.name}`];
  if (call[via]?.buffer !== undefined && extra === undefined)
    throw new Error(`${via} ${call.name} has a second buffer of which this test knows nothing`);
  const args = fc.record({
    domid: DOMIDS,
    caller: CALLERS,
    preemptAfter: form.continuation === undefined ? fc.constant(undefined) : PREEMPT_AFTER,
    members: fc.tuple(...inputsOf(form).map(arbitraryMember(form))),
    extra: extra ?? fc.constant(undefined),
    tail: fc.constantFrom(0, 0, 8),
  });
  return args.map(({ domid, caller, preemptAfter, members, extra, tail }) => {
    const struct = Buffer.alloc((layout?.bytes ?? 0) + tail);
    const json: Record<string, unknown> = { ...extra?.[1] };
    for (const { name, isField, offset, octets, said } of members) {
      struct.set(octets, offset);
      if (isField) json[name] = said;
    }
    if (layout?.members.some(({ name }) => name === 'domid')) struct.writeUInt16LE(domid, 0);
    if (preemptAfter !== undefined) json['preempt'] = { after_batches: preemptAfter };

    const first: Sent[] = call[via]?.takesNull
      ? []
      : [via === 'dmop' ? dmOp(number, struct, { size: Math.max(32, 8 + struct.length) }) : struct];
    const body = buffers(...first, ...(extra === undefined ? [] : [extra[0]]));
    const what = { domid, caller, ...json };
    return {
      form,
      domid,
      caller,
      preemptAfter,
      json: { ...withoutStruct(form), ...json },
      body,
      [fc.toStringMethod]: () => `${via}/${call.name} ${JSON.stringify(what)}`,
    };
  });
}

const inputsOf = ({ layout }: HypercallForm) =>
  (layout?.members ?? []).filter(({ of }) => of === 'request' || of === 'both');

/** Xen has no struct for it, JSON wants its fields all the same. */
const withoutStruct = ({ call, via, request }: HypercallForm) =>
  call[via]?.isHole !== true
    ? {}
    : Object.fromEntries((request.schema['required'] as string[]).map((field) => [field, 1]));

type Placed = NonNullable<HypercallForm['layout']>['members'][number];

const arbitraryMember =
  ({ call, via, pads }: HypercallForm) =>
  ({ name, field, type, offset }: Placed) => {
    const word: AnyWord | undefined = { ...call.request.fields, ...call[via]?.words }[field];
    const octets = fc.uint8Array({ minLength: type.bytes, maxLength: type.bytes });
    const numbers = pads.includes(field) ? reserved(type.bytes) : numberOf(type.bytes, word);
    const values =
      word?.schema['type'] === 'array' ? octets : numbers.map((value) => octetsOf(value, type));
    return fc.record({ octets: values, way: fc.nat(3) }).map(({ octets, way }) => {
      const ways = word === undefined ? [] : waysToSay(octets, word);
      return { name, offset, octets, isField: word !== undefined, said: ways[way % ways.length] };
    });
  };

const octetsOf = (value: bigint, { bytes }: CType<unknown>) =>
  Uint8Array.from({ length: bytes }, (_, at) => Number((value >> BigInt(8 * at)) & 0xffn));

/** How JSON may say it: in hexadecimal, as a number, by its name, by the names of its bits, byte by byte. */
function waysToSay(octets: Uint8Array, word: AnyWord): unknown[] {
  const { type, anyOf = [] } = word.schema as { type?: string | string[]; anyOf?: Named[] };
  if (type === 'array') return [[...octets]];
  const value = octets.reduceRight((sum, octet) => sum * 256n + BigInt(octet), 0n);
  const isHex = [type].flat().includes('string');
  const ways: unknown[] = [
    ...(isHex ? [`0x${value.toString(16)}`] : []),
    ...(isHex && value > BigInt(Number.MAX_SAFE_INTEGER) ? [] : [Number(value)]),
  ];
  const meant: unknown = word.decode(ways[0]);
  for (const { enum: names = [], items } of anyOf) {
    const others = items === undefined ? names : [items.enum ? word.encode(meant) : [...octets]];
    ways.push(...others.filter((other) => word.decode(other) === meant));
  }
  return ways;
}

interface Named {
  readonly enum?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
}
