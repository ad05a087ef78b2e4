/**
 * What Xen does about an EPT violation: the first rule that applies decides.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, hvm_hap_nested_page_fault(); the order of the list is its
 * order. A rule only decides; what its verdict asks for is done by `vm-exit.ts`.
 */

import { ACCESS_PERMITS, P2MA, type P2mAccess } from '../abi/p2m-access.js';
import { isDiscardWrite, isRam, P2MT, type P2mType } from '../abi/p2m-type.js';
import type { Npfec } from './npfec.js';

export interface Violation {
  readonly npfec: Npfec;
  readonly type: P2mType;
  readonly access: P2mAccess;
  /** Whether a machine frame is behind the gfn. */
  readonly mapped: boolean;
  /** log2 of the pages in the mapping. */
  readonly order: number;
  /** A monitor is told of what a restriction forbids. */
  readonly isMonitored: boolean;
  /** A restriction that nobody listens to crashes the domain instead of being lifted. */
  readonly accessRequired: boolean;
}

export type Verdict =
  | { readonly action: 'retry'; readonly fix?: Fix }
  | { readonly action: 'emulate' }
  /** The monitor is told; the vcpu waits for its answer, unless the restriction has lifted itself. */
  | { readonly action: 'notify'; readonly waits: boolean }
  | { readonly action: 'crash'; readonly why: string };

/** What has to change before the guest tries again. */
export type Fix = 'lift-restriction' | 'shatter' | 'mark-dirty';

interface Rule {
  readonly name: string;
  readonly decide: (violation: Violation) => Verdict | undefined;
}

const accessRestriction: Rule = {
  name: 'access-restriction',
  decide({ npfec, access, mapped, isMonitored, accessRequired }) {
    if (!mapped || !forbids(access, npfec)) return undefined;
    if (access === P2MA.rx2rw && npfec.write) return { action: 'retry', fix: 'lift-restriction' };
    if (isMonitored) return { action: 'notify', waits: access !== P2MA.n2rwx };
    if (accessRequired) return { action: 'crash', why: 'access restricted and nobody listens' };
    return { action: 'retry', fix: 'lift-restriction' };
  },
};

/** A superpage may have lost its execute permission to the remedy of CVE-2018-12207. */
const executableSuperpage: Rule = {
  name: 'executable-superpage',
  decide: ({ npfec, mapped, order }) =>
    mapped && order > 0 && npfec.insnFetch && npfec.present
      ? { action: 'retry', fix: 'shatter' }
      : undefined,
};

const deviceModelPage: Rule = {
  name: 'device-model-page',
  decide: ({ npfec, type }) =>
    type === P2MT.mmio_dm || (npfec.write && (type === P2MT.ioreq_server || isDiscardWrite(type)))
      ? { action: 'emulate' }
      : undefined,
};

const pagedOut: Rule = {
  name: 'paged-out',
  decide: ({ type }) =>
    type === P2MT.ram_paged || type === P2MT.ram_paging_out ? { action: 'retry' } : undefined,
};

/** Still shared after an attempt to unshare: there was no memory, and nobody to make some. */
const sharedPage: Rule = {
  name: 'shared',
  decide: ({ npfec, type }) =>
    npfec.write && type === P2MT.ram_shared
      ? { action: 'crash', why: 'no memory to unshare and no helper' }
      : undefined,
};

const firstWriteToCleanPage: Rule = {
  name: 'first-write-to-clean-page',
  decide: ({ npfec, type }) =>
    npfec.write && isRam(type) ? { action: 'retry', fix: 'mark-dirty' } : undefined,
};

const spurious: Rule = {
  name: 'spurious',
  decide: ({ type }) => (isRam(type) ? { action: 'retry' } : undefined),
};

const UNHANDLED: Verdict = { action: 'crash', why: 'unhandled EPT violation' };

const RULES = [
  accessRestriction,
  executableSuperpage,
  deviceModelPage,
  pagedOut,
  sharedPage,
  firstWriteToCleanPage,
  spurious,
] as const;

/** By number: a trace keeps the number and gives the name when somebody reads it. */
export const RULE_NAMES: readonly string[] = [...RULES.map(({ name }) => name), 'unhandled'];

export function resolveViolation(violation: Violation): Verdict & { readonly rule: number } {
  for (const [rule, { decide }] of RULES.entries()) {
    const verdict = decide(violation);
    if (verdict) return { rule, ...verdict };
  }
  return { rule: RULES.length, ...UNHANDLED };
}

/** Reads are judged by the word of Xen, for which every write is a read too. */
function forbids(access: P2mAccess, { read, write, insnFetch }: Npfec): boolean {
  const wanted = (read ? P2MA.r : 0) | (write ? P2MA.w : 0) | (insnFetch ? P2MA.x : 0);
  return (wanted & ~ACCESS_PERMITS[access]!) !== 0;
}
