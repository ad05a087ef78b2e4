/** Which records somebody wants, as a URL says it. */

import { JOURNAL_KINDS, KIND, type JournalFilter } from '../../hypervisor/index.js';
import { text } from '../wire/json-words.js';
import { ProblemError, invalidFields } from '../problems/problem.js';
import type { StructValue } from '../wire/struct.js';
import { gfnInUrl } from '../wire/url-words.js';
import { u16 } from '../wire/wire.js';
import { optional } from '../wire/word.js';
import { opsNamed } from '../forms/call-fields.js';

export const FILTER_WORDS = {
  kind: optional(text(`Only of these kinds, with commas between: ${JOURNAL_KINDS.join(', ')}.`)),
  op: optional(
    text('Only calls of these operations, with commas between: `dmop/set_mem_type`, `hvmop/*`.'),
  ),
  domid: optional(u16('Only about this domain.')),
  vcpu: optional(u16('Only about this vcpu.')),
  gfn: optional(gfnInUrl('Only about this page.')),
} as const;

/** A problem for a kind or an operation that there is none of. */
export function filterOf(words: StructValue<typeof FILTER_WORDS>): JournalFilter {
  const { kind, op, ...rest } = words;
  return {
    kinds: numbersOf('kind', kind, kindNamed),
    ops: numbersOf('op', op, opsNamed),
    ...rest,
  };
}

function numbersOf(
  field: string,
  said: string | undefined,
  named: (name: string) => ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  if (said === undefined) return undefined;
  const found = said.split(',').map((name) => {
    const numbers = named(name);
    if (numbers.size > 0) return numbers;
    const errors = [{ pointer: `/${field}`, detail: `there is no ${field} ${name}` }];
    throw new ProblemError(invalidFields(errors, 'query parameter'));
  });
  return new Set(found.flatMap((numbers) => [...numbers]));
}

function kindNamed(name: string): ReadonlySet<number> {
  const isKind = (JOURNAL_KINDS as readonly string[]).includes(name);
  return new Set(isKind ? [KIND[name as keyof typeof KIND]] : []);
}
