/** Values that fit a JSON schema, as far as the document of the service uses them. */

import type { JsonSchema } from '../../src/routes/wire/word.js';

export interface Dice {
  /** From 0 to below 1. */
  readonly random: () => number;
  pick<T>(of: readonly T[]): T;
  /** True so often. */
  often(probability: number): boolean;
}

export const diceOf = (random: () => number): Dice => ({
  random,
  pick: <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!,
  often: (probability) => random() < probability,
});

const NUMBERS = [
  0,
  1,
  1,
  2,
  3,
  5,
  9,
  64,
  0x100,
  0x3f8,
  0x3ff,
  0xfeff0,
  0x7fef,
  0xffff,
  0xffffffff,
  2 ** 53 - 1,
];
const STRINGS = [
  '0x0',
  '0x1',
  '0x100',
  '0x1008',
  '0xf0000000',
  '0xffffffffffffffff',
  '7',
  'f4',
  'f00fc107',
  'before',
  'a.b-c',
  'dmop/set_mem_type',
];
/** Of what has no bounds of its own. */
const MOST = 2 ** 32;
const OPTIONAL = 0.4;
const MOST_ITEMS = 3;

/** What would wait for real time or compute for long, and where nothing would be left to look at. */
const BOUNDED: Readonly<Record<string, unknown>> = {
  wait_ms: 0,
  delay_ms: 1,
  max_schedules: 3,
  memory_mib: 1,
  nr_pages: 4,
  ttl_s: 60,
};
const LEFT_OUT = new Set(['drop']);

export function fitting(schema: JsonSchema, dice: Dice): unknown {
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return dice.pick(schema['enum'] as unknown[]);
  const choices = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (choices !== undefined) return fitting(dice.pick(choices), dice);
  const type = Array.isArray(schema['type']) ? dice.pick(schema['type'] as string[]) : undefined;
  return (OF_TYPE[type ?? String(schema['type'])] ?? anything)(schema, dice);
}

const OF_TYPE: Readonly<Record<string, (schema: JsonSchema, dice: Dice) => unknown>> = {
  object: fittingObject,
  array: (schema, dice) => {
    const least = (schema['minItems'] as number | undefined) ?? 0;
    const most = (schema['maxItems'] as number | undefined) ?? least + MOST_ITEMS;
    const length = Math.min(most, least + Math.floor(dice.random() * MOST_ITEMS));
    return Array.from({ length }, () => fitting((schema['items'] ?? {}) as JsonSchema, dice));
  },
  integer: fittingNumber,
  number: fittingNumber,
  boolean: (_schema, dice) => dice.often(0.5),
  string: ({ pattern }, dice) => {
    const fits = pattern === undefined ? STRINGS : matching(pattern as string);
    return dice.pick(fits.length === 0 ? STRINGS : fits);
  },
};

const anything = (_schema: JsonSchema, dice: Dice) => dice.pick([{}, 1, '0x1', []]);

function fittingObject(schema: JsonSchema, dice: Dice): unknown {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = (schema['required'] ?? []) as readonly string[];
  const made: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(properties))
    if (!LEFT_OUT.has(name) && (required.includes(name) || dice.often(OPTIONAL)))
      made[name] = name in BOUNDED ? BOUNDED[name] : fitting(field, dice);
  const names = (schema['propertyNames'] as { enum?: string[] } | undefined)?.enum;
  const others = schema['additionalProperties'];
  if (names !== undefined && typeof others === 'object')
    made[dice.pick(names)] = fitting(others as JsonSchema, dice);
  return made;
}

function fittingNumber(schema: JsonSchema, dice: Dice): number {
  const low = (schema['minimum'] as number | undefined) ?? 0;
  const high = (schema['maximum'] as number | undefined) ?? MOST;
  return dice.pick([...NUMBERS.filter((number) => number >= low && number <= high), low, high]);
}

const known = new Map<string, readonly string[]>();

function matching(pattern: string): readonly string[] {
  const fits = known.get(pattern) ?? STRINGS.filter((text) => new RegExp(pattern).test(text));
  known.set(pattern, fits);
  return fits;
}
