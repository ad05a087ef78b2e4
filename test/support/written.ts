import type { ByteForm, Field } from '../../src/hypervisor/snapshot/field.js';

/** Bytes as lists of numbers. */
export const AS_NUMBERS: ByteForm = {
  write: (bytes) => [...bytes],
  read: (data) => (Array.isArray(data) ? Uint8Array.from(data as number[]) : undefined),
};

/** What a value is in a snapshot, as JSON would have it. */
export const written = <Value>(field: Field<Value>, value: Value): unknown =>
  JSON.parse(JSON.stringify(field.write(value, AS_NUMBERS)));

export const read = <Value>(field: Field<Value>, data: unknown): Value =>
  field.read(data, '', AS_NUMBERS);

/** A value written and read again. */
export const again = <Value>(field: Field<Value>, value: Value): Value =>
  read(field, written(field, value));

/** Where reading finds something wrong, and what. */
export function refusal<Value>(field: Field<Value>, data: unknown): string {
  try {
    read(field, data);
  } catch (error) {
    const { pointer, message } = error as { pointer?: string; message: string };
    return `${pointer ?? ''} ${message}`;
  }
  return 'none';
}
