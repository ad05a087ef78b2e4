/** Structs of the wire: named words, in the order in which C has them. No other field is let in. */

import { decoderOf, encoderOf, type Member, type SpokenMember, type Wire } from './struct-code.js';
import type { AnyWord, JsonSchema, ValueOf, Word } from './word.js';

export type Fields = Readonly<Record<string, AnyWord>>;

/** What a struct is worked with as: a field that may be absent from the wire may be so here. */
export type StructValue<F extends Fields> = {
  readonly [K in keyof F as undefined extends ValueOf<F[K]> ? never : K]: ValueOf<F[K]>;
} & {
  readonly [K in keyof F as undefined extends ValueOf<F[K]> ? K : never]?: ValueOf<F[K]>;
};

export interface Struct<F extends Fields> extends Word<StructValue<F>> {
  readonly fields: F;
  encode(value: StructValue<F>): Readonly<Record<string, unknown>>;
}

export type AnyStruct = Struct<Fields>;

export function struct<F extends Fields>(fields: F, description?: string): Struct<F> {
  const members = Object.entries(fields).map(([name, word]) => ({ said: name, name, word }));
  return made(fields, members, description);
}

/** The same struct with other names on the wire, and only those fields: what is left out has its fallback. */
export function renamed<F extends Fields>(
  { fields }: Struct<F>,
  names: Readonly<Record<string, keyof F & string>>,
): Struct<F> {
  const saidAs = new Map(Object.entries(names).map(([said, name]) => [name, said]));
  const members = Object.entries(fields).map(([name, word]) => ({
    said: saidAs.get(name),
    name,
    word,
  }));
  return made(fields, members);
}

function made<F extends Fields>(
  fields: F,
  members: readonly Member[],
  description?: string,
): Struct<F> {
  const spoken = members.filter((member): member is SpokenMember => member.said !== undefined);
  let decode: ReturnType<typeof decoderOf> | undefined;
  let encode: ReturnType<typeof encoderOf> | undefined;
  return {
    fields,
    schema: {
      ...objectSchema(spoken.map(({ said, word }) => [said, word.schema])),
      required: spoken.filter(({ word }) => word.optional === undefined).map(({ said }) => said),
      ...(description !== undefined && { description }),
    },
    answer: {
      ...objectSchema(spoken.map(({ said, word }) => [said, word.answer])),
      required: spoken.filter(({ word }) => !mayBeAbsent(word)).map(({ said }) => said),
      ...(description !== undefined && { description }),
    },
    decode(wire) {
      decode ??= decoderOf(members);
      return decode(wire as Wire) as never;
    },
    encode(value) {
      encode ??= encoderOf(spoken);
      return encode(value);
    },
  };
}

const mayBeAbsent = ({ optional }: AnyWord) =>
  optional !== undefined && optional.fallback === undefined;

const objectSchema = (properties: (readonly [string, JsonSchema])[]) => ({
  type: 'object',
  properties: Object.fromEntries(properties),
  additionalProperties: false,
});
