/** Which records of the journal a command shows. */

import type { Option } from './command.js';
import type { Given } from './given.js';

export const FILTER_OPTIONS: readonly Option[] = [
  { flag: 'op', value: 'OP,…', about: 'only these hypercalls: dmop/set_mem_type, hvmop/*' },
  { flag: 'domid', value: 'DOMID', about: 'only about this domain' },
  { flag: 'vcpu', value: 'NR', about: 'only about this vcpu' },
  { flag: 'gfn', value: 'GFN', about: 'only about this page' },
  { flag: 'after', value: 'SEQ', about: 'only what came after the record of this number' },
];

export function filterIn(given: Given) {
  const text = (flag: string) => given.text(flag);
  const number = (flag: string) => given.number(flag);
  const gfn = number('gfn');
  const said = {
    op: text('op'),
    domid: number('domid'),
    vcpu: number('vcpu'),
    gfn: gfn === undefined ? undefined : `0x${gfn.toString(16)}`,
    after: number('after'),
  };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as Readonly<{ op?: string; domid?: number; vcpu?: number; gfn?: string; after?: number }>;
}
