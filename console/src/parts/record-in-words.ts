/** A record of the journal in a few words: what happened, beside its kind, its vcpu and its page. */

import type { Entry, EntryOf } from '../live/entry.js';
import { exitName } from './exit-names.js';
import { requestInWords } from './why-blocked.js';

type Wordings = { readonly [Kind in Entry['kind']]: (entry: EntryOf<Kind>) => string };

const WORDINGS: Wordings = {
  hypercall: ({ op, args = {}, rc, errno }) =>
    `${op}(${pairs(args)})${rc === undefined ? ': a real host would have panicked' : ` = ${rc}`}` +
    (errno === undefined ? '' : ` ${errno}`),
  vmexit: ({ reason = '', gpa, port, size, dir }) =>
    `leaves the guest: ${exitName(reason)}` +
    (port === undefined ? at(gpa) : `, ${size}-byte ${dir} of port ${port}`),
  npf: ({ p2mt, rule }) => `EPT violation on a page of type ${p2mt}: ${rule}`,
  ept_misconfig: ({ gpa, resolved, spurious }) =>
    `EPT misconfiguration${at(gpa)}: ` +
    (spurious ? 'resolved by another vcpu' : resolved ? 'resolved' : 'not resolved'),
  vmentry: () => 'the guest runs on',
  inject: ({ vector }) => `exception or interrupt ${vector} is injected`,
  ioreq: (request) => `ioreq server ${request.ioservid} is sent ${requestInWords(request)}`,
  ioreq_delivered: ({ ioservid, ioreq_seq, delivery = 1 }) =>
    `request ${ioreq_seq} is taken by the device model of ioreq server ${ioservid}` +
    (delivery > 1 ? `, for the ${delivery}th time` : ''),
  ioreq_completed: ({ ioservid, ioreq_seq, data, answered }) =>
    `request ${ioreq_seq} of ioreq server ${ioservid} is ` +
    (answered === false
      ? 'over: its device model has gone'
      : `answered${data === undefined ? '' : `: ${data}`}`),
  bufioreq: (request) =>
    `ioreq server ${request.ioservid} is left, in its buffer, ${requestInWords(request)}`,
  bufioreq_delivered: ({ ioservid, ...request }) =>
    `the device model of ioreq server ${ioservid} takes from its buffer ${requestInWords(request)}`,
  evtchn: ({ port }) => `event channel port ${port} has become pending`,
  domain: ({ change }) => `the domain: ${change}`,
  crash: ({ why }) => `the domain crashes: ${why}`,
  guest_access: ({ access, gpa, outcome, reason }) =>
    `the guest’s ${access}${at(gpa)}: ${outcome}${reason === undefined ? '' : `, ${reason}`}`,
  monitor: () => 'a monitor has something to read',
  p2m_type: ({ p2mt, access, from }) =>
    p2mt === undefined
      ? `access is ${access} now`
      : `is ${p2mt === 'invalid' ? 'a hole' : p2mt} now` +
        (from === undefined ? '' : `, where it was ${from}`),
  ioreq_claim: ({ ioservid }) =>
    `${ioservid === undefined ? 'nobody' : `ioreq server ${ioservid}`} owns the pages of type ioreq_server now`,
  fault: ({ rule, op, effect, value }) => `fault rule ${rule} strikes ${op}: ${effect} ${value}`,
  clock: ({ frozen }) => (frozen ? 'the clock stands still' : 'the clock runs'),
};

export const RECORD_KINDS = Object.keys(WORDINGS) as Entry['kind'][];

export const recordInWords = (entry: Entry): string =>
  (WORDINGS[entry.kind] as (entry: Entry) => string)(entry);

const at = (gpa: string | undefined) => (gpa === undefined ? '' : ` at ${gpa}`);

const pairs = (fields: Readonly<Record<string, unknown>>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');
