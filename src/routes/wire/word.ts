/** A word of the wire: what JSON may say, and the way between that and what the hypervisor works with. */

import type { CType } from './c-type.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Word<Value> {
  /** What a request may say. */
  readonly schema: JsonSchema;
  /** What an answer says. */
  readonly answer: JsonSchema;
  /** Of what has passed `schema`. */
  decode(wire: unknown): Value;
  encode(value: Value): unknown;
  /** How the same quantity lies in a C struct, where it does. */
  readonly c?: CType<Value>;
  /** A field that requests may leave out, and what that means. */
  readonly optional?: { readonly fallback: Value };
  /** Reserved bytes: Xen wants zeros. */
  readonly isPad?: true;
  /** A guest frame number. */
  readonly isGfn?: true;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a word takes and gives its value: no other type fits all
export type AnyWord = Word<any>;
export type ValueOf<W> = W extends Word<infer Value> ? Value : never;

/** What JSON says as it is. */
export const verbatim = <Value>(schema: JsonSchema): Word<Value> => ({
  schema,
  answer: schema,
  decode: (wire) => wire as Value,
  encode: (value) => value,
});

/** A field that requests may leave out: then it is `fallback`, as in the zeroed struct of a C caller. */
export function optional<Value>(word: Word<Value>, fallback: Value): Word<Value>;
export function optional<Value>(word: Word<Value>): Word<Value | undefined>;
export function optional<Value>(word: Word<Value>, fallback?: Value): Word<Value | undefined> {
  const optionalWord = { ...(word as Word<Value | undefined>), optional: { fallback } };
  if (fallback === undefined) return optionalWord;
  return { ...optionalWord, schema: { ...word.schema, default: word.encode(fallback) } };
}

/** Or null, where there is none. */
export const nullable = <Value>(word: Word<Value>): Word<Value | null> => ({
  schema: orNull(word.schema),
  answer: orNull(word.answer),
  decode: (wire) => (wire === null ? null : word.decode(wire)),
  encode: (value) => (value === null ? null : word.encode(value)),
});

const orNull = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  type: [schema['type'], 'null'].flat(),
  ...(Array.isArray(schema['enum']) && { enum: [...(schema['enum'] as unknown[]), null] }),
});
