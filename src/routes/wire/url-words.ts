/** Words that stand in URLs and headers, where all is text: Ajv reads the plain numbers, frames come either way. */

import { gfn as toGfn, gpa as toGpa, hex, type Gfn, type Gpa } from '../../hypervisor/index.js';
import { integer } from './json-words.js';
import { u16 } from './wire.js';
import { optional, type Word } from './word.js';

export const domidLike = (example: number) => withExample(u16('The domain.'), example);
export const DOMID = domidLike(1);
export const VCPU = withExample(u16('The vcpu.'), 0);
export const IOSERVID = withExample(u16('The ioreq server.'), 0);
export const ACCESS_ID = withExample(integer(1, Number.MAX_SAFE_INTEGER, 'The guest access.'), 1);
export const GFN = withExample(gfnInUrl('The page.'), '0x100');

/** Who issues the call: Xen asks what it may do. */
export const CALLER = optional(u16('The domain that issues the call; 0 is dom0.'), 0);

/** Of what a domain does about itself. */
export const SELF_CALLER = optional(
  u16('The domain that issues the call and that it is about, if not the one in the path.'),
);

/** Xen gives way when somebody else wants the CPU; here when its caller says so. */
export const PREEMPT_AFTER = optional(
  integer(
    1,
    2 ** 32 - 1,
    'After how many batches of 256 gfns a call that can give way stops, with -85 (ERESTART).',
  ),
);

/** In hexadecimal or decimal. */
export function gfnInUrl(description: string): Word<Gfn> {
  return inUrl(description, toGfn);
}

export function gpaInUrl(description: string): Word<Gpa> {
  return inUrl(description, toGpa);
}

function inUrl<Value extends number>(
  description: string,
  of: (number: number) => Value,
): Word<Value> {
  const schema = { type: 'string', pattern: '^(0x[0-9a-fA-F]{1,16}|[0-9]{1,16})$', description };
  return { schema, answer: schema, decode: (wire) => of(Number(wire)), encode: hex };
}

export function withExample<Value>(word: Word<Value>, example: unknown): Word<Value> {
  return { ...word, schema: { ...word.schema, examples: [example] } };
}
