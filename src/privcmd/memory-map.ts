/**
 * Shared mappings of files, by which the process and its device models see the same bytes.
 *
 * Reference: mmap(2), munmap(2), fallocate(2), by way of koffi, which is loaded when the first domain of shared memory
 * is made.
 */

import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

/** <bits/mman-linux.h>. */
const PROT = { read: 1, write: 2 } as const;
const MAP = {
  shared: 0x01,
  private: 0x02,
  fixed: 0x10,
  anonymous: 0x20,
  noreserve: 0x4000,
} as const;
const READ_WRITE = PROT.read | PROT.write;
const NOBODYS_FD = -1;
/** What mmap answers when it fails: all ones. */
const MAP_FAILED = 2n ** 64n - 1n;

export interface Mapping {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** A piece of a file, to be read and written as the memory that it is. */
export function mapShared(fd: number, offset: number, length: number): Mapping {
  const { mmap, view } = system();
  const address = mmap(null, length, READ_WRITE, MAP.shared, fd, offset);
  if (address === null || BigInt.asUintN(64, address) === MAP_FAILED)
    throw new Error(`mmap of ${length} bytes at ${offset} failed`);
  const buffer = view(address, length);
  unmapOnceUnseen().register(buffer, { address, length });
  return { address, bytes: new Uint8Array(buffer) };
}

/** Make sure that the bytes can be written: false where the file system is full. A sparse file stays one elsewhere. */
export const reserve = (fd: number, offset: number, length: number): boolean =>
  system().fallocate(fd, 0, offset, length) === 0;

/** Let go of the file. Whoever still looks at the bytes sees zeros of its own, and no fault. */
export function forsake({ address, bytes: { length } }: Mapping): void {
  const flags = MAP.private | MAP.anonymous | MAP.noreserve | MAP.fixed;
  system().mmap(address, length, READ_WRITE, flags, NOBODYS_FD, 0);
}

interface System {
  readonly mmap: (
    address: bigint | null,
    length: number,
    prot: number,
    flags: number,
    fd: number,
    offset: number,
  ) => bigint | null;
  readonly munmap: (address: bigint, length: number) => number;
  readonly fallocate: (fd: number, mode: number, offset: number, length: number) => number;
  readonly view: (address: bigint, length: number) => ArrayBuffer;
}

let loaded: System | undefined;

function system(): System {
  return (loaded ??= load());
}

function load(): System {
  const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi;
  const libc = koffi.load(null);
  return {
    mmap: libc.func('void *mmap(void *, size_t, int, int, int, int64_t)'),
    munmap: libc.func('int munmap(void *, size_t)'),
    fallocate: libc.func('int fallocate(int, int, int64_t, int64_t)'),
    view: (address, length) => koffi.view(address, length),
  };
}

interface Place {
  readonly address: bigint;
  readonly length: number;
}

let registry: FinalizationRegistry<Place> | undefined;

/** Addresses are given back when no view of them is left, and never before. */
const unmapOnceUnseen = (): FinalizationRegistry<Place> =>
  (registry ??= new FinalizationRegistry(({ address, length }) =>
    system().munmap(address, length),
  ));
