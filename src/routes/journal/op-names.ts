/** Names of what is called, and their numbers in records. */

import type { HypercallForm } from '../hypercall-form.js';
import { INTERFACES, type InterfaceName } from '../interfaces.js';

const INTERFACE_NAMES = Object.keys(INTERFACES) as InterfaceName[];
/** Above every number that Xen gives an operation. */
const INTERFACE = 0x1_0000;

/** What is no hypercall, and can fail too. */
export const OURS = { 'guest-access': -1, exchange: -2 } as const;
export type OurOp = keyof typeof OURS;

type Named = Pick<HypercallForm, 'via' | 'number'> & { readonly call: { readonly name: string } };

export const opOf = ({ via, number }: Named): number =>
  INTERFACE_NAMES.indexOf(via) * INTERFACE + number;

/** `dmop/set_mem_type`, as multicall says it. */
export const labelOf = ({ via, call }: Named): string => `${via}/${call.name}`;
