/**
 * What libxl does to an HVM domain beyond giving it memory, before its device model starts: the ports of its
 * xenstore and console rings, and the parameters that it sets.
 *
 * Source: what libxl of Xen 4.17 was recorded to call; tools/libs/light/libxl_x86.c, libxl__arch_domain_create();
 * tools/libs/guest/xg_dom_x86.c, alloc_magic_pages_hvm(), which keeps an address in IDENT_PT.
 */

import { HVM_PARAM, type HvmParamName } from '../abi/hvm-param.js';
import type { Domain } from '../domain.js';
import { setParam } from '../hvm/params.js';

const DOM0 = 0;

const PARAMS = {
  HPET_ENABLED: 1n,
  VPT_ALIGN: 1n,
  TIMER_MODE: 1n,
  ALTP2M: 0n,
  IDENT_PT: 0xfeff_e000n,
} as const satisfies Partial<Record<HvmParamName, bigint>>;

/** Those that the caller has set stay as they are. */
export function finishAsToolstack(
  domain: Domain,
  set: Readonly<Partial<Record<HvmParamName, bigint>>> = {},
): void {
  const { eventChannels } = domain;
  const params: Partial<Record<HvmParamName, bigint>> = {
    STORE_EVTCHN: BigInt(eventChannels.allocUnbound(DOM0)),
    CONSOLE_EVTCHN: BigInt(eventChannels.allocUnbound(DOM0)),
    ...PARAMS,
  };
  for (const [name, value] of Object.entries(params))
    if (!(name in set)) setParam(domain, HVM_PARAM[name as HvmParamName], value);
}
