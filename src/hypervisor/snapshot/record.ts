/** Values that are made of others: each field by its name, all of them and no other; lists; bytes. */

import { BrokenSnapshot, address, type Field, type ValueOf } from './field.js';

type Fields = Readonly<Record<string, Field<unknown>>>;
export type RecordOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

/** Fields in the order in which they are written, by their names in lower case with underlines. */
export function record<F extends Fields>(fields: F): Field<RecordOf<F>> {
  const parts = Object.entries(fields).map(([name, field]) => ({
    name,
    key: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    field,
  }));
  const keys = new Set(parts.map(({ key }) => key));

  return {
    write: (value, form) =>
      Object.fromEntries(
        parts.map(({ name, key, field }) => [key, field.write(value[name], form)]),
      ),
    read(data, at, form) {
      if (!isObject(data)) throw new BrokenSnapshot(at, 'must be an object');
      const unknown = Object.keys(data).find((key) => !keys.has(key));
      if (unknown !== undefined) throw new BrokenSnapshot(`${at}/${unknown}`, 'is not known');
      return Object.fromEntries(
        parts.map(({ name, key, field }) => {
          if (!Object.hasOwn(data, key)) throw new BrokenSnapshot(`${at}/${key}`, 'is missing');
          return [name, field.read(data[key], `${at}/${key}`, form)];
        }),
      ) as RecordOf<F>;
    },
  };
}

/** With `nr`, exactly so many. */
export const list = <Value>(field: Field<Value>, nr?: number): Field<Value[]> => ({
  write: (values, form) => values.map((value) => field.write(value, form)),
  read(data, at, form) {
    if (!Array.isArray(data) || (nr !== undefined && data.length !== nr))
      throw new BrokenSnapshot(at, nr === undefined ? 'must be a list' : `must be a list of ${nr}`);
    return data.map((one: unknown, index) => field.read(one, `${at}/${index}`, form));
  },
});

export const pair = <First, Second>(
  first: Field<First>,
  second: Field<Second>,
): Field<[First, Second]> => ({
  write: ([one, other], form) => [first.write(one, form), second.write(other, form)],
  read(data, at, form) {
    if (!Array.isArray(data) || data.length !== 2)
      throw new BrokenSnapshot(at, 'must be a list of two');
    return [first.read(data[0], `${at}/0`, form), second.read(data[1], `${at}/1`, form)];
  },
});

/** Ranges in ascending order, both ends of each included. */
export const rangesOf = <End extends number | bigint>(
  end: Field<End>,
): Field<(readonly [first: End, last: End])[]> => {
  const ranges = list(pair(end, end));
  return {
    write: (value, form) =>
      ranges.write(
        value.map(([first, last]) => [first, last]),
        form,
      ),
    read(data, at, form) {
      const read = ranges.read(data, at, form);
      for (const [index, [first, last]] of read.entries()) {
        const before = read[index - 1]?.[1];
        if (last < first || (before !== undefined && first <= before))
          throw new BrokenSnapshot(`${at}/${index}`, 'must be a range above the one before');
      }
      return read;
    },
  };
};

export const frameRanges = rangesOf(address);

/** So many bytes; zeros at their end are left away. */
export const bytes = (length: number): Field<Uint8Array> => ({
  write(value, form) {
    let end = value.length;
    while (end > 0 && value[end - 1] === 0) end--;
    return form.write(value.subarray(0, end));
  },
  read(data, at, form) {
    const read = form.read(data);
    if (read === undefined || read.length > length)
      throw new BrokenSnapshot(at, `must be at most ${length} bytes`);
    const value = new Uint8Array(length);
    value.set(read);
    return value;
  },
});

/** Bytes as they are, however many. */
export const allBytes: Field<Uint8Array> = {
  write: (value, form) => form.write(value),
  read(data, at, form) {
    const value = form.read(data);
    if (value === undefined) throw new BrokenSnapshot(at, 'must be bytes');
    return value.slice();
  },
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
