/**
 * String instructions, as many elements at once as Xen does: a copy within RAM, or one request
 * with a count for memory-mapped I/O and for ports. Declined, the instruction goes one by one.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, hvmemul_rep_movs(), hvmemul_rep_stos(),
 * hvmemul_rep_ins(), hvmemul_rep_outs(), hvmemul_do_io_addr().
 */

import { PAGE_SIZE } from '../../abi/frames.js';
import { IOREQ_DIR, IOREQ_STATE, type IoreqDir } from '../../abi/ioreq.js';
import { P2MT } from '../../abi/p2m-type.js';
import type { Task } from '../../schedule/task.js';
import type { Access } from '../access.js';
import type { Answer, Effect } from '../instructions/effect.js';
import { doIo } from './do-io.js';
import { isFailure, type Failure } from './emulation.js';
import { copyFromGuest, copyToGuest, NO_RAM } from './guest-copy.js';
import { guestPage } from './guest-page.js';
import { contiguous, knownGpa, latch, offsetIn, type Stretch } from './linear-address.js';

type RepetitionOf<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

/** How many elements were done; `undefined`: go one by one. */
type Done = Answer | Failure;

export function* repeatMovs(access: Access, effect: RepetitionOf<'rep_movs'>): Task<Done> {
  const { bytes, backwards } = effect;
  const from = locate(access, effect.source, { ...effect, writes: false });
  if (isFailure(from)) return declineOr(from);
  const to = locate(access, effect.destination, { ...effect, reps: from.reps, writes: true });
  if (isFailure(to)) return declineOr(to);
  const { reps } = to;

  yield 'p2m_lookup';
  const [sourceType, targetType] = [typeAt(access, from.gpa), typeAt(access, to.gpa)];
  if (sourceType === P2MT.mmio_direct || targetType === P2MT.mmio_direct) return undefined;
  if (sourceType === P2MT.mmio_dm && targetType === P2MT.mmio_dm) return undefined;
  if (sourceType === P2MT.mmio_dm) {
    latch(access, effect.source, from.gpa, false);
    const io = { isMmio: true, addr: from.gpa, dir: IOREQ_DIR.read, ram: to.gpa };
    return yield* withRam(access, { ...io, reps, bytes, backwards });
  }
  if (targetType === P2MT.mmio_dm) {
    latch(access, effect.destination, to.gpa, true);
    const io = { isMmio: true, addr: to.gpa, dir: IOREQ_DIR.write, ram: from.gpa };
    return yield* withRam(access, { ...io, reps, bytes, backwards });
  }
  return copyWithinRam(access, from.gpa, to.gpa, { ...effect, reps });
}

export function* repeatStos(access: Access, effect: RepetitionOf<'rep_stos'>): Task<Done> {
  const { bytes, backwards, value } = effect;
  const to = locate(access, effect.destination, { ...effect, writes: true });
  if (isFailure(to)) return declineOr(to);
  const { gpa, reps } = to;

  yield 'p2m_lookup';
  const type = typeAt(access, gpa);
  if (type === P2MT.mmio_direct) return undefined;
  if (type === P2MT.mmio_dm) {
    latch(access, effect.destination, gpa, true);
    const dir = IOREQ_DIR.write;
    const request = { isMmio: true, addr: gpa, reps, size: bytes, dir, df: backwards };
    const result = yield* doIo(access, { ...request, ram: undefined, data: value });
    return isFailure(result) ? declineOr(result) : BigInt(result.reps);
  }
  const low = backwards ? gpa - (reps - 1) * bytes : gpa;
  for (let element = 0; element < reps; element++) {
    const result = copyToGuest(access, low + element * bytes, bytes, value);
    if (result === NO_RAM) return undefined;
    if (isFailure(result)) return declineOr(result);
  }
  return BigInt(reps);
}

export function* repeatIns(access: Access, effect: RepetitionOf<'rep_ins'>): Task<Done> {
  return yield* port(access, effect, effect.destination, IOREQ_DIR.read);
}

export function* repeatOuts(access: Access, effect: RepetitionOf<'rep_outs'>): Task<Done> {
  return yield* port(access, effect, effect.source, IOREQ_DIR.write);
}

function* port(
  access: Access,
  effect: RepetitionOf<'rep_ins' | 'rep_outs'>,
  gla: number,
  dir: IoreqDir,
): Task<Done> {
  const { bytes, backwards } = effect;
  const memory = contiguous(access, gla, { ...effect, writes: dir === IOREQ_DIR.read });
  if (isFailure(memory)) return declineOr(memory);
  yield 'p2m_lookup';
  const type = typeAt(access, memory.gpa);
  if (type === P2MT.mmio_direct || type === P2MT.mmio_dm) return undefined;
  const io = { isMmio: false, addr: effect.port, dir, ram: memory.gpa };
  return yield* withRam(access, { ...io, reps: memory.reps, bytes, backwards });
}

interface RamTransfer {
  readonly isMmio: boolean;
  readonly addr: number;
  readonly dir: IoreqDir;
  /** Where the values are, or go. */
  readonly ram: number;
  readonly reps: number;
  readonly bytes: number;
  readonly backwards: boolean;
}

/** A request that names guest memory: no more elements than lie in its page, or one that straddles. */
function* withRam(access: Access, transfer: RamTransfer): Task<Done> {
  const { isMmio, addr, dir, ram, bytes, backwards } = transfer;
  const offset = ram % PAGE_SIZE;
  const fits = backwards
    ? ((offset + bytes - 1) % PAGE_SIZE) / bytes
    : (PAGE_SIZE - offset) / bytes;
  const reps = Math.min(transfer.reps, Math.max(1, Math.floor(fits)));
  const isStraddling = fits < 1;
  for (const page of isStraddling ? [ram, backwards ? ram - PAGE_SIZE : ram + PAGE_SIZE] : [ram]) {
    const found = guestPage(access.domain, page);
    if (found === undefined) return undefined;
    if (isFailure(found)) return declineOr(found);
  }
  const request = { isMmio, addr, reps, size: bytes, dir, df: backwards, ram, data: 0n };
  const result = yield* doIo(access, request);
  if (isFailure(result)) return declineOr(result);
  access.vcpu.io.mmioRetry = result.reps < transfer.reps;
  return BigInt(result.reps);
}

/** As memmove, unless a part of the destination would be read after it was written. */
function copyWithinRam(
  access: Access,
  source: number,
  destination: number,
  { bytes, reps, backwards }: Stretch | Omit<Stretch, 'writes'>,
): Done {
  const length = reps * bytes;
  const low = (gpa: number) => (backwards ? gpa - (length - bytes) : gpa);
  const from = low(source);
  if (destination + bytes > from && destination < from + length) return undefined;
  const value = copyFromGuest(access, from, length);
  if (value === NO_RAM) return undefined;
  if (isFailure(value)) return declineOr(value);
  const result = copyToGuest(access, low(destination), length, value);
  if (result === NO_RAM) return undefined;
  return isFailure(result) ? declineOr(result) : BigInt(reps);
}

/** By the remembered translation where it may be used, else by the guest's tables. */
function locate(
  access: Access,
  gla: number,
  stretch: Stretch,
): { gpa: number; reps: number } | Failure {
  const { bytes, reps, backwards, writes } = stretch;
  const answered = access.vcpu.io.request.state === IOREQ_STATE.resp_ready;
  const fits = (!backwards || reps === 1) && PAGE_SIZE - offsetIn(gla) >= reps * bytes;
  const known = answered || fits ? knownGpa(access, gla, 0, writes) : undefined;
  return known === undefined ? contiguous(access, gla, stretch) : { gpa: known, reps };
}

const typeAt = ({ domain }: Access, gpa: number): number =>
  domain.p2m.typeOf(Math.floor(gpa / PAGE_SIZE));

/** What cannot be done at once may still be done one by one. */
const declineOr = (failure: Failure): Done =>
  failure.failure === 'unhandleable' ? undefined : failure;
