/**
 * The kinds of records that a journal holds, and what the numbers of each are: one row, one kind. Every record has
 * besides the domain, the vcpu, the gfns that it is about and the request on whose account it happened.
 */

/** How many numbers a record has room for. */
export const RECORD_NUMBERS = 11;

/** The numbers of each kind, by what they are, in their order; a name with `_lo` has the high half beside it. */
export const JOURNAL_RECORDS = {
  /** `op` is a number of whoever takes the calls; `a` to `f` are what the call was given, NaN where there is no more. */
  hypercall: ['op', 'caller', 'rc', 'a', 'b', 'c', 'd', 'e', 'f', 'told_lo', 'told_hi'],
  /** `reason` is the SDM's basic exit reason; -1 where an exit has no qualification or no gpa. */
  vmexit: ['reason', 'qualification', 'gpa'],
  /** A nested page fault (EPT violation), and the rule by which it was dealt with. */
  npf: ['gpa', 'qualification', 'p2mt', 'access', 'rule'],
  ept_misconfig: ['gpa', 'resolved', 'spurious'],
  vmentry: [],
  /** An exception or an interrupt that the guest takes; `error` is -1 without an error code. */
  inject: ['vector', 'error'],
  /** `shape` packs type, direction, size and count. */
  ioreq: ['ioservid', 'ioreq_seq', 'shape', 'addr', 'data_lo', 'data_hi', 'port', 'data_is_ptr'],
  /** A device model has taken the request, for the `delivery`th time. */
  ioreq_delivered: ['ioservid', 'ioreq_seq', 'delivery'],
  /** Xen has taken the answer; `answered` is 0 where the device model has gone. */
  ioreq_completed: ['ioservid', 'ioreq_seq', 'answered', 'data_lo', 'data_hi'],
  bufioreq: ['ioservid', 'shape', 'addr', 'data_lo', 'data_hi'],
  bufioreq_delivered: ['ioservid', 'shape', 'addr', 'data_lo', 'data_hi'],
  /** An event channel port has become pending. */
  evtchn: ['port'],
  /** `change` counts in `DOMAIN_CHANGES`. */
  domain: ['change'],
  /** `why` is the number of a text. */
  crash: ['why'],
  /** How a guest access stands: `outcome`, `reason` and `access` count in the lists of their names; -1 for none. */
  guest_access: ['id', 'outcome', 'reason', 'access', 'gpa', 'size'],
  monitor: [],
  /** Gfns have another type, or other access; `from` and `access` are -1 where all were meant. */
  p2m_type: ['p2mt', 'from', 'access'],
  /** Who owns the type ioreq_server now; -1: nobody. */
  ioreq_claim: ['ioservid', 'flags'],
  /** `op` as of a hypercall, or -1; `effect` and `value` are the rule's. */
  fault: ['op', 'rule', 'effect', 'value'],
  clock: ['frozen'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type JournalKind = keyof typeof JOURNAL_RECORDS;

export const JOURNAL_KINDS = Object.keys(JOURNAL_RECORDS) as readonly JournalKind[];

/** The number of each kind. */
export const KIND = Object.fromEntries(
  JOURNAL_KINDS.map((kind, number) => [kind, number]),
) as Readonly<Record<JournalKind, number>>;

/** Which of a record's numbers is its `op`; -1: it has none. */
export const OP_AT: readonly number[] = JOURNAL_KINDS.map((kind) =>
  (JOURNAL_RECORDS[kind] as readonly string[]).indexOf('op'),
);
