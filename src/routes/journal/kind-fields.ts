/** What each kind of record says beside whom it is about: one row, one kind. */

import {
  ACCESS_KINDS,
  DOMAIN_CHANGES,
  EXIT_REASON,
  OUTCOMES,
  P2MT,
  PENDING_REASONS,
  RULE_NAMES,
  hex,
  ioreqDirName,
  ioreqTypeName,
  p2mAccessName,
  p2mTypeName,
  type Journal,
  type JournalKind,
  type JournalRecord,
  type P2mTypeName,
} from '../../hypervisor/index.js';
import { EFFECTS } from '../faults/effects.js';
import { bool, integer, name, text } from '../wire/json-words.js';
import { hex53, u16, u32, u64 } from '../wire/wire.js';
import type { AnyWord } from '../wire/word.js';
import { among, at, isSet, ofIo, shape, wide } from './record-readers.js';

/** A field, and how it is read off a record; undefined: this one has none. */
export interface KindField {
  readonly word: AnyWord;
  readonly of: (record: JournalRecord, journal: Journal) => unknown;
}

export type KindFields = Readonly<Record<string, KindField>>;

const TYPES = ['pio', 'copy', 'pci_config', 'timeoffset', 'invalidate'] as const;
const P2M_TYPES = Object.keys(P2MT) as P2mTypeName[];
const EXITS = Object.keys(EXIT_REASON) as (keyof typeof EXIT_REASON)[];

const gpa = (index: number): KindField => ({ word: hex53('Where.'), of: at(index) });
const ioservid: KindField = { word: u16('The ioreq server.'), of: at(0) };
const ioreqSeq: KindField = { word: u32("Counts the server's requests from 1."), of: at(1) };
const p2mt = (index: number, description = 'Type of the page.'): KindField => ({
  word: name(P2M_TYPES, description),
  of: (record) =>
    at(index)(record) === undefined ? undefined : p2mTypeName(at(index)(record) ?? 0),
});
const access = (index: number): KindField => ({
  word: text('What the entry lets the guest do.'),
  of: (record) =>
    at(index)(record) === undefined ? undefined : p2mAccessName(at(index)(record) ?? 0),
});

/** Of a request whose shape is at an index, with its address and its data behind that. */
const request = (index: number): KindFields => ({
  type: {
    word: name(TYPES, 'What it asks for.'),
    of: shape(index, ({ type }) => ioreqTypeName(type) ?? 'copy'),
  },
  dir: {
    word: name(['read', 'write'], 'Which way, as the guest sees it.'),
    of: shape(index, ({ dir }) => ioreqDirName(dir as 0 | 1)),
  },
  size: { word: u32('Bytes of one repetition.'), of: shape(index, ({ size }) => size) },
  count: { word: u32('Repetitions.'), of: shape(index, ({ count }) => count) },
  addr: {
    word: hex53('Port or guest-physical address; for `pci_config` sbdf << 32 | register.'),
    of: at(index + 1),
  },
  data: { word: u64('The value of a write.'), of: wide(index + 2) },
});

export const KIND_FIELDS = {
  hypercall: {},
  vmexit: {
    reason: {
      word: name(EXITS, 'Why the guest left.'),
      of: ({ numbers: [reason] }) => EXITS.find((name) => EXIT_REASON[name] === reason),
    },
    gpa: gpa(2),
    qualification: {
      word: hex53('The exit qualification; misconfigurations have none.'),
      of: at(1),
    },
    port: {
      word: hex53('Which port.'),
      of: ofIo(({ port }) => port),
    },
    size: {
      word: u32('Bytes that go through the port.'),
      of: ofIo(({ size }) => size),
    },
    dir: {
      word: name(['read', 'write'], 'Which way, as the guest sees it.'),
      of: ofIo(({ dir }) => dir),
    },
  },
  npf: {
    gpa: gpa(0),
    qualification: { word: hex53('The exit qualification.'), of: at(1) },
    p2mt: p2mt(2),
    access: access(3),
    rule: { word: name(RULE_NAMES, 'What Xen made of it.'), of: among(RULE_NAMES, 4) },
  },
  ept_misconfig: {
    gpa: gpa(0),
    resolved: { word: bool('Its cause was found; else the domain crashes.'), of: isSet(1) },
    spurious: { word: bool('Another vcpu had resolved it already.'), of: isSet(2) },
  },
  vmentry: {},
  inject: {
    vector: { word: integer(0, 255, 'Which exception or interrupt.'), of: at(0) },
    error: { word: integer(0, 2 ** 32 - 1, 'Its error code.'), of: at(1) },
  },
  ioreq: {
    ioservid,
    ioreq_seq: ioreqSeq,
    ...request(2),
    vp_eport: { word: u32('The event channel that tells the vcpu of the answer.'), of: at(6) },
    data_is_ptr: { word: bool('`data` points at the values.'), of: isSet(7) },
  },
  ioreq_delivered: {
    ioservid,
    ioreq_seq: ioreqSeq,
    delivery: { word: u32('How often it has been handed out, this time included.'), of: at(2) },
  },
  ioreq_completed: {
    ioservid,
    ioreq_seq: ioreqSeq,
    answered: { word: bool('False: its device model has gone.'), of: isSet(2) },
    data: { word: u64('The answer.'), of: wide(3) },
  },
  bufioreq: { ioservid, ...request(1) },
  bufioreq_delivered: { ioservid, ...request(1) },
  evtchn: { port: { word: u32('The port that has become pending.'), of: at(0) } },
  domain: {
    change: { word: name(DOMAIN_CHANGES, 'What has become of it.'), of: among(DOMAIN_CHANGES, 0) },
  },
  crash: {
    why: {
      word: text('What Xen would have logged.'),
      of: ({ numbers: [why = 0] }, journal) => journal.textOf(why),
    },
  },
  guest_access: {
    access_id: {
      word: integer(1, Number.MAX_SAFE_INTEGER, 'Of the access, in its domain.'),
      of: at(0),
    },
    outcome: { word: name(OUTCOMES, 'What has befallen it.'), of: among(OUTCOMES, 1) },
    reason: { word: name(PENDING_REASONS, 'What it waits for.'), of: among(PENDING_REASONS, 2) },
    access: { word: name(ACCESS_KINDS, 'What it does.'), of: among(ACCESS_KINDS, 3) },
    gpa: gpa(4),
    size: {
      word: u32('How many bytes, where it was said.'),
      of: (record) => at(5)(record) || undefined,
    },
  },
  monitor: {},
  p2m_type: {
    p2mt: p2mt(0, 'What the gfns are now; `invalid` is a hole.'),
    from: p2mt(1, 'Only those of them that were this.'),
    access: access(2),
  },
  ioreq_claim: {
    ioservid: { word: u16('Who owns the type ioreq_server now; without it, nobody.'), of: at(0) },
    flags: { word: u32('What is forwarded: 2 for writes.'), of: at(1) },
  },
  fault: {
    rule: { word: u32('The fault rule.'), of: at(1) },
    effect: { word: name(EFFECTS, 'What it did.'), of: among(EFFECTS, 2) },
    value: {
      word: integer(0, 2 ** 32, 'The number of the errno, or of batches or milliseconds.'),
      of: at(3),
    },
  },
  clock: { frozen: { word: bool('It stands still from now on.'), of: isSet(0) } },
} satisfies Readonly<Record<JournalKind, KindFields>>;

/** Of a record that is about gfns. */
export const gfnOf = ({ gfn, nr }: JournalRecord) => (gfn < 0 ? {} : { gfn: hex(gfn), nr });
