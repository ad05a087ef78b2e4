/** Words that JSON has and C structs have not. */

import { verbatim, type JsonSchema, type Word } from './word.js';

export const bool = (description: string) => verbatim<boolean>({ type: 'boolean', description });

export const text = (description: string, rules: JsonSchema = {}) =>
  verbatim<string>({ type: 'string', description, ...rules });

/** A number of ours, that no C type bounds. */
export const integer = (minimum: number, maximum: number, description: string) =>
  verbatim<number>({ type: 'integer', minimum, maximum, description });

/** One of some names that have no numbers. */
export const name = <const Name extends string>(names: readonly Name[], description: string) =>
  verbatim<Name>({ type: 'string', enum: names, description });

export const array = <Value>(item: Word<Value>, description: string): Word<readonly Value[]> => ({
  schema: { type: 'array', items: item.schema, description },
  answer: { type: 'array', items: item.answer, description },
  decode: (wire) => (wire as unknown[]).map((one) => item.decode(one)),
  encode: (value) => value.map((one) => item.encode(one)),
});

/** A value for each of some names. */
export const record = <Value>(
  word: Word<Value>,
  description: string,
  rules: JsonSchema = {},
): Word<Readonly<Record<string, Value>>> => ({
  schema: { type: 'object', additionalProperties: word.schema, description, ...rules },
  answer: { type: 'object', additionalProperties: word.answer, description },
  decode: (wire) => eachOf(wire as object, (one) => word.decode(one)),
  encode: (value) => eachOf(value, (one) => word.encode(one as Value)),
});

const eachOf = <To>(from: object, way: (value: unknown) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, way(value)]));
