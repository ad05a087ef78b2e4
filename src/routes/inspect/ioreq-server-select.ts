/** Who gets a guest's access: the answer to a device model that is never asked, or is when it should not be. */

import type { FastifyInstance } from 'fastify';
import {
  type IO_RANGE_TYPE,
  IOREQ_DIR,
  P2MT,
  p2mTypeName,
  PASSED_OVER_BECAUSE,
  whoAnswers,
  type P2mTypeName,
} from '../../hypervisor/index.js';
import { answerInWords, GUEST_SEES, RECEIVERS } from './answer-in-words.js';
import { array, name, text } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { passedOverInWords } from './passed-over-in-words.js';
import { struct } from '../wire/struct.js';
import { DOMID, gpaInUrl, withExample } from '../wire/url-words.js';
import { hex53, u16 } from '../wire/wire.js';
import { optional, verbatim } from '../wire/word.js';
import { hostOf } from '../world/world-of.js';

const SPACES = ['memory', 'port', 'pci'] as const satisfies (keyof typeof IO_RANGE_TYPE)[];
const DIRS = ['read', 'write'] as const satisfies (keyof typeof IOREQ_DIR)[];
const P2M_TYPES = Object.keys(P2MT) as P2mTypeName[];
const SIZES = [1, 2, 4, 8] as const;

const SPACE = name(SPACES, 'What it is an address of.');
const DIR = name(DIRS, 'Which way, as the guest sees it.');
const SIZE = verbatim<number>({ type: 'integer', enum: SIZES, description: 'How many bytes.' });

const query = struct({
  type: optional(SPACE, 'memory'),
  addr: withExample(
    gpaInUrl('A guest-physical address, a port, or bus << 8 | device << 3 | function.'),
    '0x100008',
  ),
  size: optional(SIZE, 4),
  dir: optional(DIR, 'write'),
});

const selection = struct({
  type: SPACE,
  addr: hex53('The address.'),
  size: SIZE,
  dir: DIR,
  gets: name(RECEIVERS, 'Who gets it; `page`: what is mapped there, mostly RAM.'),
  ioservid: optional(u16('The ioreq server that gets it, or should.')),
  emulator: optional(u16('Its domain.')),
  device: optional(text("Xen's own device.")),
  p2mt: optional(name(P2M_TYPES, 'What the page is, marks applied.')),
  guest_sees: name(GUEST_SEES, 'What becomes of the access.'),
  why: text('The reason, in words.'),
  passed_over: array(
    struct({
      ioservid: u16('A server that has some of the address in its ranges.'),
      because: name(PASSED_OVER_BECAUSE, 'Why it does not get the access.'),
      why: text('The same in words.'),
    }),
    'Who does not get it, and might be thought to.',
  ),
});

export function ioreqServerSelectRoutes(app: FastifyInstance): void {
  app.get<{ Params: { domid: number }; Querystring: object }>(
    '/domains/:domid/ioreq-server-select',
    {
      schema: schemaOf({
        id: 'selectIoreqServer',
        tag: 'device model',
        summary: 'Who gets this access?',
        description:
          'What a guest access to an address would meet: the page, a device that Xen emulates, the owner of the type ' +
          '`ioreq_server`, a server by its ranges, or nobody, and why. It is the choice that accesses make; asking ' +
          'changes nothing.',
        params: struct({ domid: DOMID }),
        query,
        answers: {
          200: { description: 'Who gets it.', schema: selection.answer, example: EXAMPLE },
        },
        errnos: {
          ESRCH: 'There is no such domain.',
          EINVAL: 'There is no such address, the access is on two pages, or the domain is PV.',
        },
      }),
    },
    (request) => {
      const domain = hostOf(request).domain(request.params.domid);
      const { type, addr, size, dir } = query.decode(request.query);
      const question = { space: type, addr, size, dir: IOREQ_DIR[dir] };
      const answer = whoAnswers(domain, question);
      return selection.encode({
        type,
        addr,
        size,
        dir,
        ioservid: answer.server?.id,
        emulator: answer.server?.emulator,
        device: answer.device,
        p2mt: answer.entry && p2mTypeName(answer.entry.type),
        ...answerInWords(question, answer),
        passed_over: answer.passedOver.map((over) => ({
          ioservid: over.server.id,
          because: over.because,
          why: passedOverInWords(over),
        })),
      });
    },
  );
}

const EXAMPLE = {
  type: 'memory',
  addr: '0x100008',
  size: 4,
  dir: 'write',
  gets: 'page',
  p2mt: 'ram_rw',
  guest_sees: 'page',
  why: 'gfn 0x100 is ram_rw, and its EPT entry permits the write: no exit, nobody is asked',
  passed_over: [],
};
