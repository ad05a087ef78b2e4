/** Who gets a guest's access, in words: one row for each reason that the hypervisor can have. */

import {
  hex,
  IOREQ_DIR,
  ioreqDirName,
  p2mAccessName,
  p2mTypeName,
  type Answer,
  type AnswerReason,
  type Question,
} from '../../hypervisor/index.js';
import { placeInWords } from './place-in-words.js';

export const RECEIVERS = ['page', 'xen', 'ioreq_server', 'monitor', 'nobody'] as const;
export const GUEST_SEES = [
  'page',
  'answer',
  'all_ones',
  'dropped',
  'waits',
  'refaults',
  'gp_fault',
  'domain_crash',
  'host_panic',
] as const;

interface Row {
  readonly gets: (typeof RECEIVERS)[number];
  readonly sees:
    (typeof GUEST_SEES)[number] | ((question: Question) => (typeof GUEST_SEES)[number]);
  readonly why: (about: About) => string;
}

/** What a sentence speaks of. */
interface About {
  readonly question: Question;
  readonly answer: Answer;
  /** `gfn 0x1000 is ioreq_server`, or the port or the function. */
  readonly what: string;
  /** `read` or `write`. */
  readonly dir: string;
  readonly server: string;
}

/** An in or out that fails cannot be told the guest. */
const failed = ({ space }: Question) => (space === 'memory' ? 'gp_fault' : 'domain_crash');
const emptied = ({ dir }: Question) => (dir === IOREQ_DIR.read ? 'all_ones' : 'dropped');

const ROWS: Readonly<Record<AnswerReason, Row>> = {
  mapped: {
    gets: 'page',
    sees: 'page',
    why: ({ what, dir }) =>
      `${what}, and its EPT entry permits the ${dir}: no exit, nobody is asked`,
  },
  first_write: {
    gets: 'page',
    sees: 'page',
    why: ({ what }) =>
      `${what}: its first write exits, is noted as dirty, and then reaches the page`,
  },
  lifted: {
    gets: 'page',
    sees: 'page',
    why: ({ what, dir, answer }) =>
      `${what} with access ${p2mAccessName(answer.entry?.access ?? 0)}, which forbids the ${dir}, but nobody listens: Xen lifts the restriction`,
  },
  populated: {
    gets: 'page',
    sees: 'page',
    why: ({ what }) => `${what}: the access makes Xen put memory there, if any is left`,
  },
  monitor: {
    gets: 'monitor',
    sees: 'waits',
    why: ({ what, dir, answer }) =>
      `${what} with access ${p2mAccessName(answer.entry?.access ?? 0)}, which forbids the ${dir}: the monitor is told, and the vcpu waits`,
  },
  paged_out: {
    gets: 'nobody',
    sees: 'waits',
    why: ({ what }) => `${what}: the vcpu tries again until the page is back`,
  },
  refaults: {
    gets: 'nobody',
    sees: 'refaults',
    why: ({ what, dir }) =>
      `${what}, its EPT entry forbids the ${dir}, and no rule of Xen changes that`,
  },
  misconfigured: {
    gets: 'nobody',
    sees: 'domain_crash',
    why: ({ what }) =>
      `${what}, and its EPT entry is misconfigured without a mark that would explain it`,
  },
  unhandled: {
    gets: 'nobody',
    sees: 'domain_crash',
    why: ({ what, dir }) =>
      `${what}, and no rule of Xen deals with an EPT violation by a ${dir} there`,
  },
  device: {
    gets: 'xen',
    sees: 'answer',
    why: ({ question, answer }) =>
      `${placeInWords(question)} is the ${answer.device} that Xen emulates itself`,
  },
  owner: {
    gets: 'ioreq_server',
    sees: 'answer',
    why: ({ what, server }) => `${what}, and ${server} has claimed the writes to that type`,
  },
  no_owner: {
    gets: 'nobody',
    sees: 'refaults',
    why: ({ what }) => `${what}, but nobody owns that type now: the vcpu faults again and again`,
  },
  memory: byRange('memory'),
  port: byRange('port'),
  pci: {
    gets: 'ioreq_server',
    sees: 'answer',
    why: ({ server, question }) =>
      `it is a PCI configuration cycle${question.space === 'pci' ? ` of ${placeInWords(question)}` : ', by what port 0xcf8 selects'}, and ${server} has that function`,
  },
  default: {
    gets: 'ioreq_server',
    sees: 'answer',
    why: ({ what, server }) =>
      `${what}, no server has it in its ranges, and ${server} is the default one`,
  },
  nobody: {
    gets: 'nobody',
    sees: emptied,
    why: ({ what }) => `${what}, and no enabled ioreq server has all of it in its ranges`,
  },
  discarded: {
    gets: 'nobody',
    sees: 'dropped',
    why: ({ what }) => `${what}: Xen drops writes to it`,
  },
  unhandleable: {
    gets: 'nobody',
    sees: failed,
    why: ({ what, dir }) => `${what}, and Xen's emulator can do nothing about a ${dir} there`,
  },
  never_enabled: {
    gets: 'nobody',
    sees: failed,
    why: ({ what, server }) => `${what}; ${server} should get it, but has never been enabled`,
  },
  no_page: {
    gets: 'nobody',
    sees: 'host_panic',
    why: ({ what, server }) => `${what}; ${server} should get it, but has no page for requests`,
  },
};

function byRange(kind: string): Row {
  return {
    gets: 'ioreq_server',
    sees: 'answer',
    why: ({ what, server, question, answer }) =>
      `${what}, and ${server} has it in its ${kind} range ${rangeOf(question, answer)}`,
  };
}

export function answerInWords(question: Question, answer: Answer) {
  const { reason, entry, heals, server } = answer;
  const { gets, sees, why } = ROWS[reason];
  const gfn = hex(Math.floor(question.addr / 4096));
  const about: About = {
    question,
    answer,
    what: entry === undefined ? placeInWords(question) : `gfn ${gfn} is ${p2mTypeName(entry.type)}`,
    dir: ioreqDirName(question.dir),
    server: `ioreq server ${server?.id}`,
  };
  const before = heals ? 'an EPT misconfiguration comes first, which Xen resolves; then ' : '';
  return {
    gets,
    guest_sees: typeof sees === 'function' ? sees(question) : sees,
    why: before + why(about),
  };
}

/** The range of the server that has it. */
function rangeOf({ space, addr }: Question, { server }: Answer): string {
  const at = BigInt(addr);
  for (const [first, last] of server?.ranges(space) ?? [])
    if (first <= at && at <= last) return `${hex(first)} to ${hex(last)}`;
  return '';
}
