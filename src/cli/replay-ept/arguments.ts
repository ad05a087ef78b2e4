/** The arguments of a recorded operation: frames in hexadecimal, types and accesses by name. */

import { INVALID_MFN } from '../../hypervisor/abi/frames.js';
import { P2MA, type P2mAccess, type P2mAccessName } from '../../hypervisor/abi/p2m-access.js';
import { P2MT, p2mTypeName, type P2mType } from '../../hypervisor/abi/p2m-type.js';
import { HVMMEM, type HvmMemType } from '../../hypervisor/hvm/mem-type.js';

type Arg = string | number | undefined;

/** Types that the recordings call by a shorter name. */
const SHORT_NAMES: Readonly<Record<number, string>> = {
  [P2MT.populate_on_demand]: 'pod',
  [P2MT.ram_paging_out]: 'paging_out',
  [P2MT.ram_paged]: 'paged',
  [P2MT.ram_paging_in]: 'paging_in',
};

/** What the recordings call a type. */
export const recordedTypeName = (type: P2mType): string => SHORT_NAMES[type] ?? p2mTypeName(type);

const TYPE_BY_NAME = new Map(Object.values(P2MT).map((type) => [recordedTypeName(type), type]));

/** What stands for INVALID_MFN, and for INVALID_GFN. */
export const NO_FRAME = '-';

export const numberArg = (arg: Arg): number => Number(arg);

export const frameArg = (arg: Arg): number =>
  arg === NO_FRAME ? INVALID_MFN : Number.parseInt(String(arg), 16);

export function typeArg(arg: Arg): P2mType {
  const type = TYPE_BY_NAME.get(String(arg));
  if (type === undefined) throw new RangeError(`${String(arg)} is no p2m type`);
  return type;
}

export const accessArg = (arg: Arg): P2mAccess => P2MA[String(arg) as P2mAccessName];

/** A name of HVMMEM, or a number for what is none. */
export function hvmMemArg(arg: Arg): number {
  const name = String(arg).replace('HVMMEM_', '');
  return name in HVMMEM ? HVMMEM[name as HvmMemType] : Number(name);
}
