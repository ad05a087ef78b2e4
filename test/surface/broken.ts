/** What is wrong with a request: one value of its body, its text, its media type, or where it goes. */

import type { Dice } from './fitting.js';

export interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

const DEEP = 4000;
const LONG = 70_000;

const deep = (levels: number): unknown =>
  JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;

/** Where one type was meant, another; numbers beside the edges of 64 bits; names that every object has. */
const STRANGE: readonly unknown[] = [
  null,
  true,
  -1,
  -0.5,
  1.5,
  2 ** 32,
  2 ** 53,
  2 ** 64,
  1e308,
  '',
  '0x',
  '0x10000000000000000',
  '18446744073709551616',
  '-0x1',
  '0x1n',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\ud800',
  'x'.repeat(LONG),
  [],
  [null],
  [[]],
  {},
  { length: 1 },
  deep(50),
  Array.from({ length: 2000 }, () => 0),
];
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', 'x y'];

/** The value with one member of it replaced, left out or added, somewhere. */
export function withWrongMember(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null) return dice.pick(STRANGE);
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const names = Object.keys(copy);
  const name = dice.pick(names.length === 0 ? NAMES : names);
  const put = (at: string, what: unknown) =>
    Object.defineProperty(copy, at, { value: what, enumerable: true, configurable: true });
  const dived = dice.often(0.5) && names.length > 0;
  if (dived) put(name, withWrongMember(Reflect.get(copy, name), dice));
  else if (dice.often(0.3)) put(dice.pick(NAMES), dice.pick(STRANGE));
  else if (dice.often(0.4) && !Array.isArray(copy)) Reflect.deleteProperty(copy, name);
  else put(name, dice.pick(STRANGE));
  return copy;
}

/** No JSON, or such as no body may be. */
export const wrongText = (text: string, dice: Dice): string => dice.pick(TEXTS)(text, dice);

const TEXTS: readonly ((text: string, dice: Dice) => string)[] = [
  (text, { random }) => text.slice(0, Math.floor(random() * text.length)),
  (text) => `${text}${text}`,
  (text) => text.replace(/"(\w+)":/, '"$1":null,"$1":'),
  (text) => text.replaceAll('"', "'"),
  () => '',
  () => 'null',
  () => '[]',
  () => '"{}"',
  () => '\ufeff{}',
  () => '{"__proto__":{"rc":0}}',
  () => '{"constructor":{"prototype":{"rc":0}}}',
  () => '['.repeat(DEEP),
  () => '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP),
  () => `{"${'x'.repeat(LONG)}":1}`,
  () => '\u0000\u0001\u0002',
  (text) => text.replace(/\d+/, '1e999'),
  (text) => text.replace(/\d+/, '18446744073709551616'),
];

export const MEDIA_TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/octet-stream',
  'application/vnd.fakexen.snapshot',
  'multipart/form-data',
  'application/',
  '/',
];

/** Of a parameter, which is text. */
export const WRONG_PARAMETERS = [
  '-1',
  '65536',
  '4294967296',
  '18446744073709551616',
  '1e3',
  '1.5',
  '0x',
  'null',
  '__proto__',
  'constructor',
  '%00',
  '..',
  '%2e%2e%2f',
  '%',
  '%ff',
  '%F0%9F%92%A5',
  'x'.repeat(120),
  ' ',
];

export function bytesOf(dice: Dice): Buffer {
  const bytes = Buffer.alloc(Math.floor(dice.random() * dice.pick([0, 8, 40, 80, 5000])));
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = dice.often(0.6) ? dice.pick([0, 0, 1, 2, 8, 0xff]) : dice.random() * 256;
  return bytes;
}
