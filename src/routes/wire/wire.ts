/**
 * The wire's numbers: each is a JSON Schema, the way between JSON and what the hypervisor works with, and a C type.
 *
 * What has 64 bits travels as `"0x…"`; a request may also give an integer that a double holds exactly. Where C has a
 * number with names, a request gives either, so that it can say the number that Xen refuses; answers give the name.
 */

import { gfn as toGfn, gpa as toGpa, hex, type Gfn, type Gpa } from '../../hypervisor/index.js';
import { UINT16, UINT32, UINT64, UINT8, bytesOf, uint64As, type CType } from './c-type.js';
import { verbatim, type Word } from './word.js';

export const u8 = (description: string) => unsigned(UINT8, description);
export const u16 = (description: string) => unsigned(UINT16, description);
export const u32 = (description: string) => unsigned(UINT32, description);

export const u64 = (description: string): Word<bigint> =>
  hexadecimal(description, (wire) => BigInt(wire), UINT64);
/** Guest frame number. */
export const gfn = (description: string): Word<Gfn> => ({
  ...hexadecimal(description, (wire) => toGfn(Number(wire)), uint64As()),
  isGfn: true,
});
/** Guest-physical address. */
export const gpa = (description: string): Word<Gpa> =>
  hexadecimal(description, (wire) => toGpa(Number(wire)), uint64As());
/** 64 bits of which no double will lose any: a cursor, a count. */
export const hex53 = (description: string): Word<number> =>
  hexadecimal(description, (wire) => Number(wire), uint64As());

/** Null where Xen writes nothing: JSON has what a zeroed struct still holds, in memory it stays as it was. */
export const unlessUntouched = <Value extends number>({
  c,
  ...word
}: Word<Value>): Word<Value | null> => ({
  ...word,
  encode: (value) => word.encode(value ?? (0 as Value)),
  ...(c !== undefined && {
    c: {
      ...c,
      store: (view, at, value) => {
        if (value !== null) c.store(view, at, value);
      },
    },
  }),
});

/** A number that has names. */
export function oneOf<const Name extends string>(
  names: Readonly<Record<Name, number>>,
  { schema, c }: Word<number>,
): Word<number> {
  const { description, ...number } = schema;
  const words: Readonly<Record<string, number>> = names;
  const wordOf = new Map(Object.entries(words).map(([name, value]) => [value, name]));
  const named = { type: 'string', enum: Object.keys(names) };
  return {
    schema: { description, anyOf: [named, number] },
    answer: { description, ...named },
    decode: (wire) => (typeof wire === 'string' ? (words[wire] as number) : (wire as number)),
    encode: (value) => wordOf.get(value) ?? value,
    ...(c !== undefined && { c }),
  };
}

/** A number whose bits have names. */
export function flags(
  names: Readonly<Record<string, number>>,
  { schema, c }: Word<number>,
): Word<number> {
  const { description, ...number } = schema;
  const list = {
    type: 'array',
    items: { type: 'string', enum: Object.keys(names) },
    uniqueItems: true,
  };
  return {
    schema: { description, anyOf: [list, number] },
    answer: { description, ...list },
    decode: (wire) =>
      typeof wire === 'number'
        ? wire
        : (wire as string[]).reduce((bits, name) => bits | (names[name] as number), 0),
    encode: (value) => Object.keys(names).filter((name) => (value & (names[name] as number)) !== 0),
    ...(c !== undefined && { c }),
  };
}

/** Reserved bytes, as one number or byte by byte. */
export function pad(bytes: number): Word<number> {
  const description = 'Reserved: Xen refuses anything but 0.';
  const one = { type: 'integer', minimum: 0, maximum: 256 ** bytes - 1 };
  const each = { type: 'integer', minimum: 0, maximum: 255 };
  const list = { type: 'array', items: each, minItems: bytes, maxItems: bytes };
  const c = { 1: UINT8, 2: UINT16, 4: UINT32 }[bytes] ?? bytesOf(bytes);
  return {
    schema: { description, anyOf: [one, list], default: 0 },
    answer: { description, ...one },
    decode: (wire) =>
      typeof wire === 'number'
        ? wire
        : (wire as number[]).reduceRight((value, byte) => value * 256 + byte, 0),
    encode: (value) => value,
    c,
    optional: { fallback: 0 },
    isPad: true,
  };
}

function unsigned(c: CType<number>, description: string): Word<number> {
  const schema = { type: 'integer', minimum: 0, maximum: 256 ** c.bytes - 1, description };
  return { ...verbatim<number>(schema), c };
}

function hexadecimal<Value extends number | bigint>(
  description: string,
  decode: (wire: string | number) => Value,
  c: CType<Value>,
): Word<Value> {
  const pattern = '^0x[0-9a-fA-F]{1,16}$';
  const range = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
  return {
    schema: { type: ['string', 'integer'], pattern, ...range, description },
    answer: { type: 'string', pattern: '^0x(0|[1-9a-f][0-9a-f]{0,15})$', description },
    decode: (wire) => decode(wire as string | number),
    encode: hex,
    c,
  };
}
