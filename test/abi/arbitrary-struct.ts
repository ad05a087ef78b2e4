/** Arguments of an operation, made at random: the struct in memory, and the same arguments in JSON. */

import fc from 'fast-check';
import type { CStruct } from '../../src/routes/c-struct.js';

export interface Arguments {
  readonly struct: Buffer;
  readonly json: Readonly<Record<string, string | number>>;
}

const SMALL = { min: 0n, max: 9n };

/** Mostly what Xen takes; the edges of the type; pages that there are, and the first that there is not. */
const numberOf = (bytes: number): fc.Arbitrary<bigint> => {
  const most = (1n << BigInt(8 * bytes)) - 1n;
  return fc
    .oneof(
      { weight: 8, arbitrary: fc.bigInt(SMALL) },
      { weight: 2, arbitrary: fc.constantFrom(0x40n, 0x100n, 0x3ffn, 0x400n, most, most - 1n) },
      { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: most }) },
    )
    .map((value) => value & most);
};

/** Reserved members are 0 but now and then. */
const reserved = (bytes: number): fc.Arbitrary<bigint> =>
  fc.oneof({ weight: 19, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: numberOf(bytes) });

export function argumentsFor(
  { bytes, members }: CStruct,
  pads: readonly string[],
  fixed: Readonly<Record<string, bigint>> = {},
): fc.Arbitrary<Arguments> {
  const given = members.filter(({ of, name }) => of === 'request' || name in fixed);
  const values = given.map(({ name, field, type }) => {
    const always = fixed[name];
    if (always !== undefined) return fc.constant(always);
    return pads.includes(field) ? reserved(type.bytes) : numberOf(type.bytes);
  });
  return fc.tuple(...values).map((numbers) => {
    const struct = Buffer.alloc(bytes);
    const json: Record<string, string | number> = {};
    for (const [index, { name, of, offset, type }] of given.entries()) {
      const value = numbers[index] ?? 0n;
      for (let byte = 0; byte < type.bytes; byte++)
        struct[offset + byte] = Number((value >> BigInt(8 * byte)) & 0xffn);
      if (of !== undefined) json[name] = type.bytes > 4 ? `0x${value.toString(16)}` : Number(value);
    }
    return { struct, json };
  });
}
