/** What may be expected of a journal. */

import type { Gfn, JournalKind } from '../../hypervisor/index.js';

/** Which records are meant: all that have these fields. */
export interface Pattern {
  readonly kind?: JournalKind | undefined;
  readonly op?: string | undefined;
  readonly domid?: number | undefined;
  readonly vcpu?: number | undefined;
  /** A page that is among those that it is about. */
  readonly gfn?: Gfn | undefined;
  readonly rc?: number | undefined;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

export type Expectation =
  | { readonly match: Pattern; readonly atLeast: number; readonly atMost: number }
  /** One after the other, with anything between. */
  | { readonly order: readonly Pattern[] };
