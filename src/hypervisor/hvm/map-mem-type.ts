/**
 * HVMOP/DMOP map_mem_type_to_ioreq_server: an ioreq server claims the type ioreq_server, or gives
 * it back.
 *
 * Giving it back takes the owner away first, then marks the whole map for recalculation, then
 * sweeps it 256 gfns at a time until no entry of the type is left; the sweep goes on from `opaque`
 * when it was preempted. A page that it has not reached already reads as ram_rw, and its next use
 * is an EPT misconfiguration that resolves it.
 *
 * Reference: xen/arch/x86/hvm/dm.c, dm_op(); xen/common/ioreq.c, ioreq_server_map_mem_type();
 * xen/arch/x86/hvm/ioreq.c, arch_ioreq_server_map_mem_type().
 */

import { XenError } from '../abi/errno.js';
import { P2MT } from '../abi/p2m-type.js';
import { MEM_ACCESS_WRITE } from '../p2m/ioreq-claim.js';
import type { P2m } from '../p2m/p2m.js';
import { changeEntryTypeGlobal, finishTypeChange } from '../p2m/type-change.js';
import type { Knobs } from '../profile-knobs.js';
import { domainPause, type Pausable } from '../schedule/domain-pause.js';
import type { Lock } from '../schedule/lock.js';
import { Restart, type Task } from '../schedule/task.js';
import { HVMMEM } from './mem-type.js';

/** What a domain has to offer for the type to be claimed. */
export interface ClaimSubject extends Pausable {
  readonly hap: boolean;
  readonly p2m: P2m;
  readonly profile: { readonly knobs: ClaimKnobs };
  readonly ioreqServers: { readonly lock: Lock };
  /** ENOENT for an id that is not in use, EPERM for a server of another emulator. */
  requireServer(ioservid: number, caller: number): void;
}

type ClaimKnobs = Pick<Knobs, 'pause_on_map_mem_type' | 'reset_on_unmap' | 'non_hap_errno'>;

export interface MapMemType {
  readonly id: number;
  /** HVMMEM_ioreq_server, or any other value that the caller's u16 can hold. */
  readonly type: number;
  /** 0 gives the type back; bit 1 forwards writes; every other bit is refused. */
  readonly flags: number;
  /** 0, or where a preempted sweep goes on. */
  readonly opaque: number;
}

/** Gfns of one step of the sweep. */
const BATCH = 256;

export function* mapMemType(
  subject: ClaimSubject,
  caller: number,
  request: MapMemType,
): Task<Restart<MapMemType> | undefined> {
  const { hap, profile } = subject;
  if (!hap) throw new XenError(profile.knobs.non_hap_errno, 'the domain is not HAP');
  if (request.opaque === 0) yield* changeOwner(subject, caller, request);
  if (request.flags !== 0 || profile.knobs.reset_on_unmap !== 'lazy_and_sweep') return undefined;
  return yield* sweep(subject.p2m, request);
}

function* changeOwner(subject: ClaimSubject, caller: number, request: MapMemType): Task<void> {
  const { type, flags } = request;
  if (type !== HVMMEM.ioreq_server)
    throw new XenError('EINVAL', `memory type ${type} cannot be claimed`);
  if ((flags & ~MEM_ACCESS_WRITE) !== 0)
    throw new XenError('EINVAL', `flags ${flags} ask for more than writes`);

  if (!subject.profile.knobs.pause_on_map_mem_type)
    return yield* setOwner(subject, caller, request);
  yield* domainPause(subject);
  try {
    yield* setOwner(subject, caller, request);
  } finally {
    subject.unpause();
  }
}

function* setOwner(subject: ClaimSubject, caller: number, request: MapMemType): Task<void> {
  const { lock } = subject.ioreqServers;
  yield lock.wantedBy(request);
  yield* lock.heldBy(request, () => claimOrDisclaim(subject, caller, request));
  if (request.flags === 0) yield* markOutstanding(subject, request);
}

function* claimOrDisclaim(subject: ClaimSubject, caller: number, request: MapMemType): Task<void> {
  const { id, flags } = request;
  const { claim } = subject.p2m;
  subject.requireServer(id, caller);
  yield claim.lock.wantedBy(request);
  if (flags === 0) claim.disclaim(id);
  else claim.claim(id, flags);
}

/** Every entry that is left will be looked at anew before its next use. */
function* markOutstanding({ p2m, profile }: ClaimSubject, request: MapMemType): Task<void> {
  if (profile.knobs.reset_on_unmap === 'none' || p2m.entryCount === 0) return;
  yield p2m.lock.wantedBy(request);
  changeEntryTypeGlobal(p2m, P2MT.ioreq_server, P2MT.ram_rw);
}

function* sweep(p2m: P2m, request: MapMemType): Task<Restart<MapMemType> | undefined> {
  for (let gfn = request.opaque; p2m.entryCount !== 0 && gfn <= p2m.maxMappedGfn;) {
    yield p2m.lock.wantedBy(request);
    finishTypeChange(p2m, gfn, BATCH);
    gfn += BATCH;
    if (gfn <= p2m.maxMappedGfn && (yield 'preempt_check'))
      return new Restart({ ...request, opaque: gfn });
  }
  return undefined;
}
