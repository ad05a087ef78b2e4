/**
 * HVM parameters, one row each: who may set and read it, what it may be, and what setting it does.
 * One that has no row is the toolstack's to set to anything and to read.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, hvm_allow_set_param(), hvm_set_param(), hvm_get_param().
 */

import type { Errno } from '../abi/errno.js';
import { HVM_PARAM, type HvmParamName } from '../abi/hvm-param.js';
import type { Domain } from '../domain.js';
import { handDefaultServerTo } from '../ioreq/default-ioreq-server.js';
import { MAX_POOL } from '../ioreq/ioreq-gfns.js';
import type { Knobs } from '../profile-knobs.js';
import { resumeFromRam, suspendToRam } from './suspend-to-ram.js';
import { setVm86Tss, setVm86TssSized, vm86Tss } from './vm86-tss.js';

export interface ParamRule {
  /** The domain itself may, not only dom0 and its device model. */
  readonly guestSets?: boolean;
  readonly guestReads?: boolean;
  /** Only dom0 may set it. */
  readonly forDom0?: boolean;
  /** What setting it answers before anything else is looked at, and to everybody. */
  readonly frozen?: (knobs: Knobs) => Errno | undefined;
  /** Neither set nor read since it has lost its meaning. */
  readonly givenUp?: boolean;
  /** A value other than 0 stays as it is. */
  readonly once?: (knobs: Knobs) => boolean;
  /** Why it cannot have the value. */
  readonly refuses?: (value: bigint, domain: Domain) => Errno | false | undefined;
  /** What setting it does beside storing the value, or instead. */
  readonly apply?: (domain: Domain, value: bigint, caller: number) => void;
  /** Kept by `apply`, not as it was given. */
  readonly isKeptElsewhere?: boolean;
  readonly read?: (domain: Domain) => bigint;
  /** Reading it may bring the default ioreq server into being. */
  readonly isOfDefaultServer?: boolean;
  /** In a new domain, where not 0. */
  readonly initial?: bigint;
}

const BY_GUEST = { guestSets: true, guestReads: true };
const GIVEN_UP = { givenUp: true };
const ALWAYS = () => true;
const MEMORY_EVENT: ParamRule = { givenUp: true, refuses: () => 'EOPNOTSUPP' };

const above =
  (limit: bigint) =>
  (value: bigint): Errno | false =>
    value > limit && 'EINVAL';

const DOMID_SELF = 0x7ff0n;
const DOMID_BITS = 16;
const SHUTDOWN_REBOOT = 1n;
const MAX_SHUTDOWN = 5n;

/** The gfns that once were the default ioreq server's, now in reserve for others. */
const legacyGfn = (which: 'ioreq' | 'bufioreq'): ParamRule => ({
  isOfDefaultServer: true,
  once: ({ legacy_ioreq_gfns }) => legacy_ioreq_gfns !== 'none',
  apply: ({ ioreqGfns }, value) => {
    ioreqGfns.setLegacy(which, Number(value));
  },
});

export const PARAM_RULES: Partial<Record<HvmParamName, ParamRule>> = {
  CALLBACK_IRQ: {
    ...BY_GUEST,
    apply: ({ interrupts, profile }, value) => {
      interrupts.setCallback(value, profile.knobs.events_told_at_once);
    },
  },
  STORE_PFN: { guestReads: true },
  STORE_EVTCHN: BY_GUEST,
  PAE_ENABLED: GIVEN_UP,
  IOREQ_PFN: legacyGfn('ioreq'),
  BUFIOREQ_PFN: legacyGfn('bufioreq'),
  VIRIDIAN: {
    once: ALWAYS,
    refuses: (value, { profile }) => {
      const isKnown = (value & ~BigInt(profile.knobs.viridian_features)) === 0n;
      return (!isKnown || (value & 1n) === 0n) && 'EINVAL';
    },
  },
  TIMER_MODE: { refuses: above(3n) },
  HPET_ENABLED: { initial: 1n },
  DM_DOMAIN: {
    ...GIVEN_UP,
    isKeptElsewhere: true,
    apply: (domain, value, caller) => {
      const dmDomain = value === DOMID_SELF ? BigInt(caller) : value;
      handDefaultServerTo(domain, Number(BigInt.asUintN(DOMID_BITS, dmDomain)));
      domain.params.set(HVM_PARAM.DM_DOMAIN, dmDomain);
    },
  },
  ACPI_S_STATE: {
    refuses: (value) => value !== 0n && value !== 3n && 'EINVAL',
    isKeptElsewhere: true,
    apply: (domain, value) => {
      (value === 3n ? suspendToRam : resumeFromRam)(domain);
    },
    read: ({ suspendedToRam }) => (suspendedToRam ? 3n : 0n),
  },
  VM86_TSS: { ...BY_GUEST, isKeptElsewhere: true, apply: setVm86Tss, read: vm86Tss },
  CONSOLE_PFN: { guestReads: true },
  CONSOLE_EVTCHN: BY_GUEST,
  ACPI_IOPORTS_LOCATION: {
    ...BY_GUEST,
    refuses: (value, { isWholePc, params }) => {
      if (!isWholePc) return 'ENODEV';
      const before = params.get(HVM_PARAM.ACPI_IOPORTS_LOCATION) ?? 0n;
      return value !== before && (value ^ before) !== 1n && 'EINVAL';
    },
  },
  MEMORY_EVENT_CR0: MEMORY_EVENT,
  MEMORY_EVENT_CR3: MEMORY_EVENT,
  MEMORY_EVENT_CR4: MEMORY_EVENT,
  MEMORY_EVENT_INT3: MEMORY_EVENT,
  NESTEDHVM: {
    givenUp: true,
    forDom0: true,
    refuses: (value, { params, hap }) => {
      const isExcluded = !hap || (params.get(HVM_PARAM.ALTP2M) ?? 0n) !== 0n;
      return (value > 1n || (value !== 0n && isExcluded)) && 'EINVAL';
    },
  },
  MEMORY_EVENT_SINGLE_STEP: MEMORY_EVENT,
  BUFIOREQ_EVTCHN: { givenUp: true, isOfDefaultServer: true, refuses: () => 'EINVAL' },
  MEMORY_EVENT_MSR: MEMORY_EVENT,
  TRIPLE_FAULT_REASON: { initial: SHUTDOWN_REBOOT, refuses: above(MAX_SHUTDOWN) },
  IOREQ_SERVER_PFN: {
    once: ALWAYS,
    apply: ({ ioreqGfns }, value) => {
      ioreqGfns.base = Number(value);
    },
  },
  NR_IOREQ_SERVER_PAGES: {
    once: ALWAYS,
    refuses: (value) => (value === 0n || value > BigInt(MAX_POOL)) && 'EINVAL',
    apply: ({ ioreqGfns }, value) => {
      ioreqGfns.addToPool(Number(value));
    },
  },
  VM_GENERATION_ID_ADDR: BY_GUEST,
  ALTP2M: {
    guestReads: true,
    forDom0: true,
    frozen: ({ altp2m_param }) => (altp2m_param === 'none' ? 'EEXIST' : undefined),
    once: ALWAYS,
    refuses: (value, { params, profile }) => {
      const limit = profile.knobs.altp2m_param === 'up_to_1' ? 1n : 3n;
      const isNested = (params.get(HVM_PARAM.NESTEDHVM) ?? 0n) !== 0n;
      return (value > limit || (value !== 0n && isNested)) && 'EINVAL';
    },
  },
  X87_FIP_WIDTH: {
    ...BY_GUEST,
    refuses: (value) => ![0n, 4n, 8n].includes(value) && 'EINVAL',
  },
  VM86_TSS_SIZED: { ...BY_GUEST, isKeptElsewhere: true, apply: setVm86TssSized },
  // The host's machine checks cannot be local, so no domain's can.
  MCA_CAP: { once: ALWAYS, refuses: above(0n) },
};
