/**
 * Accesses that nothing stops: RAM that the EPT lets the guest use. Plain functions, which allocate
 * nothing but the value that they return; where they return `undefined` the access takes the long
 * way (`access-guest.ts`) from its start.
 */

import { PAGE_SIZE } from '../abi/frames.js';
import type { Domain } from '../domain.js';
import { EptWalk, TRANSLATION, walkEpt } from '../ept/ept-walk.js';
import type { Access } from './access.js';
import { readBytes, slice, writeBytes } from './guest-bytes.js';
import { DEFAULT_SIZE } from './short-hand.js';
import { FETCH, READ, WRITE } from './through-ept.js';

const walk = new EptWalk();
const NOT_HERE = -1;
/** What one instruction of the simple kinds moves. */
const MAX_BYTES = 8;

/** Do an access of a simple kind; false: something stands in its way, and nothing was done. */
export function accessDirectly(access: Access): boolean {
  const { domain, request } = access;
  const { kind, gpa, size = DEFAULT_SIZE } = request;
  if (gpa === undefined || size > MAX_BYTES) return false;
  if (kind === 'write') return fastWrite(domain, gpa, size, request.data ?? 0n);
  if (kind !== 'read' && kind !== 'exec') return false;
  access.data = kind === 'read' ? fastRead(domain, gpa, size) : fastFetch(domain, gpa, size);
  return access.data !== undefined;
}

export function fastRead(domain: Domain, gpa: number, bytes: number): bigint | undefined {
  const mfn = frameFor(domain, gpa, bytes, READ);
  if (mfn === NOT_HERE) return undefined;
  return readBytes(domain.machine, mfn, gpa % PAGE_SIZE, bytes);
}

export function fastFetch(domain: Domain, gpa: number, bytes: number): bigint | undefined {
  const mfn = frameFor(domain, gpa, bytes, FETCH);
  if (mfn === NOT_HERE) return undefined;
  return readBytes(domain.machine, mfn, gpa % PAGE_SIZE, bytes);
}

/** Whether the value was written. */
export function fastWrite(domain: Domain, gpa: number, bytes: number, value: bigint): boolean {
  const mfn = frameFor(domain, gpa, bytes, WRITE);
  if (mfn === NOT_HERE) return false;
  writeBytes(domain.machine, mfn, gpa % PAGE_SIZE, bytes, value);
  return true;
}

/** The value before. */
export function fastRmw(
  domain: Domain,
  gpa: number,
  bytes: number,
  modify: (old: bigint) => bigint,
): bigint | undefined {
  const mfn = frameFor(domain, gpa, bytes, READ | WRITE);
  if (mfn === NOT_HERE) return undefined;
  const offset = gpa % PAGE_SIZE;
  const old = readBytes(domain.machine, mfn, offset, bytes);
  writeBytes(domain.machine, mfn, offset, bytes, slice(modify(old), 0, bytes));
  return old;
}

function frameFor({ p2m }: Domain, gpa: number, bytes: number, wanted: number): number {
  if ((gpa % PAGE_SIZE) + bytes > PAGE_SIZE) return NOT_HERE;
  const gfn = Math.floor(gpa / PAGE_SIZE);
  if (walkEpt(p2m.tables, gfn, wanted, walk) !== TRANSLATION.hit) return NOT_HERE;
  return walk.mfnOf(gfn);
}
