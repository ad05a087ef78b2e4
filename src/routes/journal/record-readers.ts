/** Ways to read the numbers of a record: each gives a function of the record. */

import { EXIT_REASON, unpackShape, type JournalRecord } from '../../hypervisor/index.js';

/** Bits of the exit qualification of port accesses: size less one, direction; the port from bit 16 on. */
const IO_SIZE = 0b111;
const IO_IN = 0b1000;
const IO_PORT = 0x1_0000;

/** The number at an index, unless it is -1. */
export const at =
  (index: number) =>
  ({ numbers }: JournalRecord): number | undefined => {
    const number = numbers[index] ?? -1;
    return number < 0 ? undefined : number;
  };

export const isSet =
  (index: number) =>
  ({ numbers }: JournalRecord): boolean =>
    numbers[index] === 1;

/** The 64 bits at an index and the next. */
export const wide =
  (index: number) =>
  ({ numbers }: JournalRecord): bigint =>
    (BigInt(numbers[index + 1] ?? 0) << 32n) | BigInt(numbers[index] ?? 0);

export const among =
  (names: readonly string[], index: number) =>
  ({ numbers }: JournalRecord): string | undefined =>
    names[numbers[index] ?? -1];

/** Reads a field of a request's shape. */
export const shape =
  <Value>(index: number, read: (shape: ReturnType<typeof unpackShape>) => Value) =>
  ({ numbers }: JournalRecord): Value =>
    read(unpackShape(numbers[index] ?? 0));

/** Reads a field of what went through a port, where the exit was for that. */
export const ofIo =
  <Value>(read: (access: { port: number; size: number; dir: 'read' | 'write' }) => Value) =>
  ({ numbers: [reason, qualification = 0] }: JournalRecord): Value | undefined =>
    reason === EXIT_REASON.IO
      ? read({
          port: Math.floor(qualification / IO_PORT),
          size: (qualification & IO_SIZE) + 1,
          dir: (qualification & IO_IN) === 0 ? 'write' : 'read',
        })
      : undefined;
