/** A guest access in a snapshot: what was asked, how far it is, and what has come of it so far. */

import { Access } from '../access/access.js';
import {
  ACCESS_KINDS,
  RMW_OPERATIONS,
  type AccessRequest,
  type DecodeInstruction,
  type GuestHypercall,
} from '../access/access-request.js';
import { prepare } from '../access/prepare.js';
import { TraceRecorder } from '../access/trace.js';
import type { Exception } from '../access/outcome.js';
import type { Domain } from '../domain.js';
import { CPU } from './cpu-state.js';
import {
  BrokenSnapshot,
  address,
  bits,
  choice,
  flag,
  orNull,
  text,
  whole,
  type Field,
  type ValueOf,
} from './field.js';
import { INSTRUCTION } from './instruction-state.js';
import { IOREQ_FIELDS } from './ioreq-state.js';
import { allBytes, list, pair, record } from './record.js';

const INTEGER = whole(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
/** A linear address; null where the request does not say, "none" where hardware is to report none. */
const GLA: Field<number | null | undefined> = {
  write: (gla, form) =>
    gla === null ? 'none' : gla === undefined ? null : address.write(gla, form),
  read: (data, at, form) =>
    data === 'none' ? null : data === null ? undefined : address.read(data, at, form),
};

const REQUEST = record({
  kind: choice(ACCESS_KINDS),
  gpa: orNull(address),
  source: orNull(address),
  port: orNull(whole()),
  size: orNull(whole()),
  data: orNull(bits(64)),
  op: orNull(choice(RMW_OPERATIONS)),
  count: orNull(whole()),
  df: orNull(flag),
  gla: GLA,
  code: orNull(allBytes),
  cpu: orNull(CPU),
});

const EXCEPTION = record({
  vector: whole(0xff),
  error: orNull(whole(0xffff_ffff)),
  cr2: orNull(bits(64)),
});

export const ACCESS = record({
  id: whole(),
  vcpu: whole(),
  request: REQUEST,
  outcome: choice([
    'completed',
    'pending',
    'injected',
    'monitor_event',
    'domain_crash',
    'host_panic',
  ] as const),
  reason: orNull(choice(['ioreq', 'refaulting', 'paused', 'event'] as const)),
  data: orNull(bits(64)),
  exception: orNull(EXCEPTION),
  exits: list(
    record({
      reason: choice(['EPT_VIOLATION', 'EPT_MISCONFIG', 'IO'] as const),
      gpa: orNull(address),
      qualification: orNull(whole()),
      port: orNull(whole(0xffff)),
    }),
  ),
  ioreqs: list(record({ ioservid: whole(0xffff), ...IOREQ_FIELDS })),
  trace: orNull(list(INTEGER)),
  cpu: orNull(CPU),
  instruction: orNull(INSTRUCTION),
  latched: orNull(record({ page: address, gfn: address, read: flag, write: flag })),
  refault: orNull(
    record({ gpa: address, qualification: whole(), type: whole(), owner: orNull(whole(0xffff)) }),
  ),
  hasExited: flag,
  metNoOwner: flag,
  isHalted: flag,
  readCache: list(pair(text, bits(512))),
  exitsAtWait: whole(),
});

export type SavedAccess = ValueOf<typeof ACCESS>;

/** What machine code needs to be executed further. */
export interface Executor {
  readonly decode?: DecodeInstruction | undefined;
  readonly hypercall?: GuestHypercall | undefined;
}

export function saveAccess(access: Access): SavedAccess {
  const { id, vcpu, request, outcome, reason, data, exception, exits, ioreqs } = access;
  const { cpu, instruction, latched, refault, metNoOwner, isHalted, hasExited } = access;
  return {
    ...{
      id,
      outcome,
      reason,
      data,
      instruction,
      latched,
      refault,
      metNoOwner,
      isHalted,
      hasExited,
    },
    vcpu: vcpu.id,
    request: { ...NO_REQUEST, ...request },
    exception: exception && { error: undefined, cr2: undefined, ...exception },
    exits: exits.map((exit) => ({ ...NO_EXIT, ...exit })),
    ioreqs: [...ioreqs],
    trace: access.recorder && [...access.recorder.save()],
    cpu: cpu,
    ...access.save(),
  };
}

/** One that is not settled is its vcpu's again. */
export function restoreAccess(
  domain: Domain,
  saved: SavedAccess,
  executor: Executor,
  at: string,
): Access {
  const vcpu = domain.vcpus[saved.vcpu];
  if (vcpu === undefined)
    throw new BrokenSnapshot(`${at}/vcpu`, `must be below ${domain.vcpus.length}`);
  const {
    id,
    request: asked,
    trace,
    exits,
    ioreqs,
    exception,
    cpu,
    readCache,
    exitsAtWait,
  } = saved;
  const request: AccessRequest = { vcpu: vcpu.id, ...asked, ...executor };
  const recorder = trace && new TraceRecorder();
  recorder?.restore(trace!);
  domain.lastAccessId = id - 1;
  const access = new Access(domain, vcpu, request, recorder);
  const { outcome, reason, data, instruction, latched, refault, metNoOwner, isHalted, hasExited } =
    saved;
  Object.assign(access, { outcome, reason, data, instruction, latched, refault });
  Object.assign(access, { metNoOwner, isHalted, hasExited });
  access.exception = exception && (withoutUndefined(exception) as unknown as Exception);
  access.exits.push(...exits.map((exit) => withoutUndefined(exit) as (typeof access.exits)[0]));
  access.ioreqs.push(...ioreqs);
  access.restore({ readCache, exitsAtWait });
  if (!access.settled) resume(access, at);
  if (cpu !== undefined) access.cpu = cpu;
  return access;
}

/** Its program is made anew from what was asked. */
function resume(access: Access, at: string): void {
  try {
    prepare(access);
  } catch (error) {
    throw new BrokenSnapshot(`${at}/request`, `cannot be executed: ${(error as Error).message}`);
  }
  access.vcpu.access = access;
}

const NO_REQUEST = {
  gpa: undefined,
  source: undefined,
  port: undefined,
  size: undefined,
  data: undefined,
  op: undefined,
  count: undefined,
  df: undefined,
  gla: undefined,
  code: undefined,
  cpu: undefined,
};
const NO_EXIT = { gpa: undefined, qualification: undefined, port: undefined };

const withoutUndefined = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
