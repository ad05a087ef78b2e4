/**
 * HVMOP_set_param and HVMOP_get_param: which of a domain's parameters may be set and read, by whom,
 * and what setting one does.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, hvm_allow_set_param(), hvm_set_param(), hvm_allow_get_param().
 */

import { XenError } from '../abi/errno.js';
import { hvmParamName, HVM_PARAM, type HvmParamName } from '../abi/hvm-param.js';
import type { Domain } from '../domain.js';
import { MAX_POOL } from '../ioreq/ioreq-gfns.js';

/** One that the table does not name is the toolstack's to set and to read. */
interface Rule {
  readonly guestSets?: boolean;
  readonly guestReads?: boolean;
  /** Neither may be set nor read any more. */
  readonly gone?: boolean;
  /** A value other than 0 stays as it is. */
  readonly once?: boolean;
  refuses?(value: bigint): boolean;
  apply?(domain: Domain, value: bigint): void;
}

const BOTH = { guestSets: true, guestReads: true };
const GONE = { gone: true };

const RULES: Partial<Record<HvmParamName, Rule>> = {
  CALLBACK_IRQ: BOTH,
  STORE_PFN: { guestReads: true },
  STORE_EVTCHN: BOTH,
  PAE_ENABLED: GONE,
  IOREQ_PFN: {
    once: true,
    apply: ({ ioreqGfns }, value) => {
      ioreqGfns.setLegacy('ioreq', Number(value));
    },
  },
  BUFIOREQ_PFN: {
    once: true,
    apply: ({ ioreqGfns }, value) => {
      ioreqGfns.setLegacy('bufioreq', Number(value));
    },
  },
  VIRIDIAN: { once: true },
  TIMER_MODE: { refuses: (value) => value > 3n },
  DM_DOMAIN: GONE,
  VM86_TSS: BOTH,
  CONSOLE_PFN: { guestReads: true },
  CONSOLE_EVTCHN: BOTH,
  ACPI_IOPORTS_LOCATION: BOTH,
  MEMORY_EVENT_CR0: GONE,
  MEMORY_EVENT_CR3: GONE,
  MEMORY_EVENT_CR4: GONE,
  MEMORY_EVENT_INT3: GONE,
  NESTEDHVM: GONE,
  MEMORY_EVENT_SINGLE_STEP: GONE,
  BUFIOREQ_EVTCHN: GONE,
  MEMORY_EVENT_MSR: GONE,
  TRIPLE_FAULT_REASON: { refuses: (value) => value > 5n },
  IOREQ_SERVER_PFN: {
    once: true,
    apply: ({ ioreqGfns }, value) => {
      ioreqGfns.base = Number(value);
    },
  },
  NR_IOREQ_SERVER_PAGES: {
    once: true,
    refuses: (value) => value === 0n || value > BigInt(MAX_POOL),
    apply: ({ ioreqGfns }, value) => {
      ioreqGfns.addToPool(Number(value));
    },
  },
  VM_GENERATION_ID_ADDR: BOTH,
  ALTP2M: { once: true, guestReads: true, refuses: (value) => value > 3n },
  X87_FIP_WIDTH: { ...BOTH, refuses: (value) => ![0n, 4n, 8n].includes(value) },
  VM86_TSS_SIZED: BOTH,
  MCA_CAP: { once: true },
};

/** HVMOP_set_param by a toolstack, or with `byGuest` by the domain itself. */
export function setParam(domain: Domain, index: number, value: bigint, byGuest = false): void {
  const { name, rule } = ruleOf(index);
  if (byGuest && rule.guestSets !== true)
    throw new XenError('EPERM', `a domain may not set its own ${name}`);
  const current = domain.params.get(index) ?? 0n;
  if (rule.once === true && current !== 0n && current !== value)
    throw new XenError('EEXIST', `${name} is 0x${current.toString(16)} already`);
  if (rule.refuses?.(value) === true)
    throw new XenError('EINVAL', `${name} cannot be 0x${value.toString(16)}`);
  rule.apply?.(domain, value);
  domain.params.set(index, value);
}

/** HVMOP_get_param. */
export function getParam(domain: Domain, index: number, byGuest = false): bigint {
  const { name, rule } = ruleOf(index);
  if (byGuest && rule.guestReads !== true)
    throw new XenError('EPERM', `a domain may not read its own ${name}`);
  return domain.params.get(index) ?? DEFAULTS[name] ?? 0n;
}

/** SHUTDOWN_reboot. */
const DEFAULTS: Partial<Record<string, bigint>> = { TRIPLE_FAULT_REASON: 1n };

function ruleOf(index: number): { name: string; rule: Rule } {
  if (index >= NR_PARAMS) throw new XenError('EINVAL', `there is no parameter ${index}`);
  const name = hvmParamName(index);
  const rule = name === undefined ? {} : (RULES[name] ?? {});
  if (rule.gone === true) throw new XenError('EINVAL', `${name} is given up`);
  return { name: name ?? `parameter ${index}`, rule };
}

const NR_PARAMS = HVM_PARAM.MCA_CAP + 1;
