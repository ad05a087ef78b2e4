/** What a schema takes, as the end of the sentence that begins with `must be`. */

type Schema = Readonly<Record<string, unknown>>;

/** The first keyword that a schema has says most of it. */
const SAID_BY: readonly (readonly [keyword: string, words: (schema: Schema) => string])[] = [
  ['anyOf', ({ anyOf }) => (anyOf as Schema[]).map(inWords).join(', or ')],
  [
    'enum',
    ({ enum: values }) =>
      `one of ${(values as unknown[]).map((v) => JSON.stringify(v)).join(', ')}`,
  ],
  ['items', ({ items }) => `a list, each ${inWords(items as Schema)}`],
  [
    'maximum',
    ({ type, minimum, maximum }) => `${String(type)} from ${String(minimum)} to ${String(maximum)}`,
  ],
  ['type', ({ type }) => [type].flat().join(' or ')],
];

export function inWords(schema: Schema): string {
  const said = SAID_BY.find(([keyword]) => keyword in schema);
  return said?.[1](schema) ?? 'something else';
}
