/** Names of what is called, and their numbers in records. */

import type { HypercallForm } from './hypercall-form.js';
import { INTERFACES, type InterfaceName } from '../definition/interfaces.js';

const INTERFACE_NAMES = Object.keys(INTERFACES) as InterfaceName[];
/** Above every number that Xen gives an operation. */
const INTERFACE = 0x1_0000;

/** A call that was refused before it was known what it called, if that is anything. */
const UNKNOWN = 0xffff;

/** What is no hypercall, and can fail too. */
export const OURS = { 'guest-access': -1, exchange: -2 } as const;
export type OurOp = keyof typeof OURS;
export const isOurs = (op: string): op is OurOp => Object.hasOwn(OURS, op);

export const opOf = ({ via, number }: Pick<HypercallForm, 'via' | 'number'>): number =>
  INTERFACE_NAMES.indexOf(via) * INTERFACE + number;

export const unknownOpOf = (via: InterfaceName): number => opOf({ via, number: UNKNOWN });

/** `dmop/unknown`, by the number that it has in records. */
export const UNKNOWN_NAMES: ReadonlyMap<number, string> = new Map(
  INTERFACE_NAMES.map((via) => [unknownOpOf(via), `${via}/unknown`]),
);

/** `dmop/set_mem_type`, as multicall says it. */
export const labelOf = ({ via, call }: Pick<HypercallForm, 'via' | 'call'>): string =>
  `${via}/${call.name}`;
