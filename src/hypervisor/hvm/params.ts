/**
 * HVMOP_set_param and HVMOP_get_param: the order in which the rules of a parameter are looked at.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, hvmop_set_param(), hvm_allow_set_param(), hvmop_get_param(),
 * hvm_allow_get_param().
 */

import { XenError } from '../abi/errno.js';
import { hvmParamName } from '../abi/hvm-param.js';
import type { Domain } from '../domain.js';
import { ensureDefaultServer } from '../ioreq/default-ioreq-server.js';
import type { Knobs } from '../profile-knobs.js';
import type { Task } from '../schedule/task.js';
import { PARAM_RULES, type ParamRule } from './param-rules.js';

const DOM0 = 0;

/** EINVAL, even where there is no such domain. */
export function checkParamIndex(
  index: number,
  { nr_hvm_params }: Pick<Knobs, 'nr_hvm_params'>,
): void {
  if (index >= nr_hvm_params)
    throw new XenError('EINVAL', `there is no parameter ${index}, only ${nr_hvm_params}`);
}

/** `caller` is the domain that asks: dom0, a device model, or the domain itself. */
export function setParam(domain: Domain, index: number, value: bigint, caller = DOM0): void {
  const { name, rule } = ruleOf(domain, index);
  const byGuest = caller === domain.domid;
  const { knobs } = domain.profile;

  const frozen = rule.frozen?.(knobs);
  if (frozen !== undefined) throw new XenError(frozen, `${name} cannot be set any more`);
  checkNotGivenUp(name, rule, knobs);
  if (byGuest && rule.guestSets !== true)
    throw new XenError('EPERM', `a domain may not set its own ${name}`);
  const current = domain.params.get(index) ?? 0n;
  if (rule.once?.(knobs) === true && current !== 0n && current !== value)
    throw new XenError('EEXIST', `${name} is ${hexOf(current)} already`);
  if (rule.forDom0 === true && caller !== DOM0)
    throw new XenError('EPERM', `domain ${caller} may not set ${name}`);
  const refusal = rule.refuses?.(value, domain);
  if (refusal) throw new XenError(refusal, `${name} cannot be ${hexOf(value)}`);

  rule.apply?.(domain, value, caller);
  if (rule.isKeptElsewhere !== true) domain.params.set(index, value);
}

export function* getParam(domain: Domain, index: number, caller = DOM0): Task<bigint> {
  const { name, rule } = ruleOf(domain, index);
  const { knobs } = domain.profile;
  checkNotGivenUp(name, rule, knobs);
  if (caller === domain.domid && rule.guestReads !== true)
    throw new XenError('EPERM', `a domain may not read its own ${name}`);
  if (rule.isOfDefaultServer === true && readingCreates(domain)) yield* ensureDefaultServer(domain);
  return rule.read?.(domain) ?? domain.params.get(index) ?? rule.initial ?? 0n;
}

const readingCreates = ({ profile, creationFinished }: Domain): boolean =>
  profile.knobs.default_ioreq_server === 'any_time' ||
  (profile.knobs.default_ioreq_server === 'under_construction' && !creationFinished);

function ruleOf({ profile }: Domain, index: number): { name: string; rule: ParamRule } {
  checkParamIndex(index, profile.knobs);
  const name = hvmParamName(index);
  return { name: name ?? `parameter ${index}`, rule: (name && PARAM_RULES[name]) ?? {} };
}

function checkNotGivenUp(name: string, { givenUp }: ParamRule, knobs: Knobs): void {
  if (givenUp === true && knobs.given_up_hvm_params)
    throw new XenError('EINVAL', `${name} is given up`);
}

const hexOf = (value: bigint): string => `0x${value.toString(16)}`;
