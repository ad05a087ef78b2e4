/** A field of a request as a flag's text: its name, what its value is called, and what of JSON a text stands for. */

import type { JsonSchema } from '../routes/wire/word.js';

/** `first_pfn` as a flag. */
export const flagOf = (field: string): string => field.replaceAll('_', '-');

/** The names that a field's value may have. */
export const namesOf = (schema: JsonSchema): readonly string[] =>
  branchesOf(schema).flatMap((branch) => (branch['enum'] as readonly string[] | undefined) ?? []);

/** `NUMBER`; the names, where it has some. */
export function valueNameOf(schema: JsonSchema): string {
  const all = branchesOf(schema);
  const names = namesOf(schema);
  const list = all.find(({ type }) => type === 'array')?.['items'] as JsonSchema | undefined;
  const listed = (list?.['enum'] as readonly string[] | undefined)?.join(',');
  if (names.length > 0 && names.length <= MOST_NAMES) return names.join('|');
  if (listed !== undefined) return listed;
  return list !== undefined || all.some(({ type }) => type === 'object') ? 'JSON' : 'NUMBER';
}

const MOST_NAMES = 6;

/** A name where there is one of it, a list by commas, a number, JSON; the rest is left to the service to refuse. */
export function textToJson(text: string, schema: JsonSchema): unknown {
  const all = branchesOf(schema);
  const list = all.find(({ type }) => type === 'array');
  const isText = all.some(({ type }) => [type].flat().includes('string'));
  const isNumber = all.some(({ type }) => [type].flat().includes('integer'));
  if (/^[[{]/.test(text)) return parsed(text);
  if (isNumber && !isText && /^(0x[0-9a-f]+|\d+)$/i.test(text)) return Number(text);
  if (isNumber && /^\d+$/.test(text)) return decimal(text);
  if (list !== undefined && isListOfText(text, list)) return text === '' ? [] : text.split(',');
  if (isNumber && !hasPattern(all) && /^0x[0-9a-f]+$/i.test(text)) return Number(text);
  return isText || list !== undefined ? text : parsed(text);
}

const branchesOf = (schema: JsonSchema): readonly JsonSchema[] =>
  (schema['anyOf'] as readonly JsonSchema[] | undefined) ?? [schema];

const hasPattern = (all: readonly JsonSchema[]) => all.some((branch) => 'pattern' in branch);

/** What a double would round travels in hexadecimal. */
const decimal = (text: string) =>
  Number.isSafeInteger(Number(text)) ? Number(text) : `0x${BigInt(text).toString(16)}`;

function isListOfText(text: string, { items }: JsonSchema): boolean {
  return (items as JsonSchema)['type'] === 'string' && !/^\d/.test(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
