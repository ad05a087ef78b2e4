/**
 * Parameters VM86_TSS and VM86_TSS_SIZED: where the guest keeps the task segment by which a
 * processor without unrestricted guests runs its real mode. One value in two shapes: address below,
 * size above bit 32.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, hvm_set_param().
 */

import { XenError } from '../abi/errno.js';
import { HVM_PARAM } from '../abi/hvm-param.js';
import type { Domain } from '../domain.js';

const LOW = 0xffff_ffffn;
/** What old firmware takes its size to be. */
const OLD_SIZE = 128n;
/** A task segment alone; with both its bitmaps and the byte behind them. */
const LEAST_SIZE = 0x68n;
const MOST_SIZE = LEAST_SIZE + 0x20n + 0x2000n + 1n;

/** A guest that sets what cannot be is crashed. */
export function setVm86Tss(domain: Domain, value: bigint, caller: number): void {
  if (!isSized(domain)) {
    domain.params.set(HVM_PARAM.VM86_TSS, value);
    return;
  }
  if (value > LOW) refuse(domain, value, caller);
  keep(domain, value === 0n ? 0n : value | (OLD_SIZE << 32n));
}

export function setVm86TssSized(domain: Domain, value: bigint, caller: number): void {
  const size = value >> 32n;
  if (size < LEAST_SIZE) refuse(domain, value, caller);
  keep(domain, (value & LOW) | ((size > MOST_SIZE ? MOST_SIZE : size) << 32n));
}

/** The address alone. */
export function vm86Tss(domain: Domain): bigint {
  const index = isSized(domain) ? HVM_PARAM.VM86_TSS_SIZED : HVM_PARAM.VM86_TSS;
  const value = domain.params.get(index) ?? 0n;
  return isSized(domain) ? value & LOW : value;
}

/** Its Xen has the parameter VM86_TSS_SIZED. */
const isSized = ({ profile }: Domain): boolean =>
  profile.knobs.nr_hvm_params > HVM_PARAM.VM86_TSS_SIZED;

function refuse(domain: Domain, value: bigint, caller: number): never {
  const what = `0x${value.toString(16)} cannot be a task segment`;
  if (caller === domain.domid) domain.crash(what);
  throw new XenError('EINVAL', what);
}

const keep = ({ params }: Domain, value: bigint): void => {
  params.set(HVM_PARAM.VM86_TSS_SIZED, value);
};
