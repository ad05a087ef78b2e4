/** How one kind of value stands in a snapshot, and how it is told from what is none. */

import { hex } from '../abi/frames.js';

/** How bytes stand in a snapshot is for those who write and read it. */
export interface ByteForm {
  write(bytes: Uint8Array): unknown;
  /** Undefined for what are no bytes. */
  read(data: unknown): Uint8Array | undefined;
}

export interface Field<Value> {
  write(value: Value, form: ByteForm): unknown;
  /** `at` is where it stands, as a JSON pointer. Throws `BrokenSnapshot`. */
  read(data: unknown, at: string, form: ByteForm): Value;
}

export type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** A snapshot that says what cannot be: where, and what it says. */
export class BrokenSnapshot extends Error {
  override readonly name = 'BrokenSnapshot';
  readonly pointer: string;

  constructor(pointer: string, detail: string) {
    super(detail);
    this.pointer = pointer;
  }
}

/** A small number: a count, an index. */
export const whole = (last = Number.MAX_SAFE_INTEGER, first = 0): Field<number> => ({
  write: (value) => value,
  read(data, at) {
    if (Number.isSafeInteger(data) && Number(data) >= first && Number(data) <= last)
      return Number(data);
    throw new BrokenSnapshot(at, `must be an integer from ${first} to ${last}`);
  },
});

export const flag: Field<boolean> = {
  write: (value) => value,
  read(data, at) {
    if (typeof data === 'boolean') return data;
    throw new BrokenSnapshot(at, 'must be true or false');
  },
};

export const text: Field<string> = {
  write: (value) => value,
  read(data, at) {
    if (typeof data === 'string') return data;
    throw new BrokenSnapshot(at, 'must be a string');
  },
};

export const choice = <Name extends string>(names: readonly Name[]): Field<Name> => ({
  write: (value) => value,
  read(data, at) {
    const name = names.find((known) => known === data);
    if (name === undefined) throw new BrokenSnapshot(at, `must be one of ${names.join(', ')}`);
    return name;
  },
});

/** An unsigned number of so many bits, as hexadecimal text. */
export const bits = (width: number): Field<bigint> => ({
  write: (value) => hex(value),
  read(data, at) {
    const value = hexadecimal(data);
    if (value !== undefined && value < 2n ** BigInt(width)) return value;
    throw new BrokenSnapshot(at, `must be an unsigned number of ${width} bits, as "0x…"`);
  },
});

/** A number of either sign, as hexadecimal text. */
export const signed: Field<bigint> = {
  write: (value) => (value < 0n ? `-${hex(-value)}` : hex(value)),
  read(data, at) {
    const isNegative = typeof data === 'string' && data.startsWith('-');
    const value = hexadecimal(isNegative ? data.slice(1) : data);
    if (value === undefined) throw new BrokenSnapshot(at, 'must be a number, as "0x…" or "-0x…"');
    return isNegative ? -value : value;
  },
};

/** A frame number or an address, as hexadecimal text. */
export const address: Field<number> = {
  write: (value) => hex(value),
  read(data, at) {
    const value = Number(hexadecimal(data) ?? -1n);
    if (Number.isSafeInteger(value) && value >= 0) return value;
    throw new BrokenSnapshot(at, 'must be an unsigned number below 2^53, as "0x…"');
  },
};

/** `null` for what is not there. */
export const orNull = <Value>(field: Field<Value>): Field<Value | undefined> => ({
  write: (value, form) => (value === undefined ? null : field.write(value, form)),
  read: (data, at, form) => (data === null ? undefined : field.read(data, at, form)),
});

const DIGITS = /^0x(0|[1-9a-f][0-9a-f]*)$/;

const hexadecimal = (data: unknown): bigint | undefined =>
  typeof data === 'string' && DIGITS.test(data) ? BigInt(data) : undefined;
