/** What stood on a command's line, by the names of its arguments and options. */

import { UsageError } from './usage-error.js';

export type GivenValue = string | boolean | readonly string[] | undefined;

export class Given {
  readonly #values: ReadonlyMap<string, GivenValue>;

  /** Arguments by their names (`DOMID`), options by their flags (`first-pfn`). */
  constructor(values: Iterable<readonly [string, GivenValue]>) {
    this.#values = new Map(values);
  }

  get isJson(): boolean {
    return this.has('json');
  }

  has(name: string): boolean {
    return this.#values.get(name) === true;
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** Of what the command cannot do without. */
  required(name: string): string {
    const text = this.text(name);
    if (text === undefined) throw new UsageError(`${shownAs(name)} is missing`);
    return text;
  }

  list(name: string): readonly string[] {
    const value = this.#values.get(name);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  /** Decimal or `0x…`. */
  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = text.trim() === '' ? NaN : Number(text);
    if (Number.isSafeInteger(number) && number >= 0) return number;
    throw new UsageError(`${shownAs(name)}: ${text} is no whole number`);
  }

  requiredNumber(name: string): number {
    this.required(name);
    return this.number(name) as number;
  }

  /** The same for what has 64 bits. */
  quantity(name: string): bigint {
    const text = this.required(name);
    if (/^(0x[0-9a-f]+|\d+)$/i.test(text)) return BigInt(text);
    throw new UsageError(`${shownAs(name)}: ${text} is no whole number`);
  }
}

const shownAs = (name: string) => (/^[A-Z]/.test(name) ? name : `--${name}`);
