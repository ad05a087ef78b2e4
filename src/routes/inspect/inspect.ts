/** Look into a domain's p2m and EPT: nothing changes, and nothing is populated. */

import type { FastifyInstance } from 'fastify';
import {
  EptWalk,
  INVALID_MFN,
  p2mAccessName,
  p2mTypeName,
  pathTo,
  walkEpt,
  type Gfn,
} from '../../hypervisor/index.js';
import { eptLevel, eptLevelOf } from './ept-entry-word.js';
import { EPT_LEVEL } from '../openapi/examples.js';
import { array, integer, name, text } from '../wire/json-words.js';
import { schemaOf, type Errnos } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { runsOf } from './type-runs.js';
import { DOMID, GFN, gfnInUrl } from '../wire/url-words.js';
import { gfn, hex53 } from '../wire/wire.js';
import { optional } from '../wire/word.js';
import { hostOf } from '../world/world-of.js';

/** As many as one answer speaks of. */
const MOST_GFNS = 2 ** 20;
const READ = 0b001;

const ERRNOS: Errnos = { ESRCH: 'There is no such domain.', EINVAL: 'A PV domain has no p2m.' };

const runQuery = struct({
  first_gfn: optional(gfnInUrl('The first page.'), 0 as Gfn),
  nr: optional(integer(1, MOST_GFNS, 'How many; up to the highest gfn, if not said.')),
});

const run = struct({
  first_gfn: gfn('The first page.'),
  nr: integer(1, MOST_GFNS, 'How many pages.'),
  type: text('Their p2m type.'),
});
const runs = struct({
  max_mapped_gfn: gfn('The highest gfn that was ever mapped.'),
  runs: array(run, 'Neighbouring gfns of one type together.'),
});

const page = struct({
  gfn: gfn('The page.'),
  type: text('Its p2m type; a hole is `mmio_dm`.'),
  access: text('What a monitor lets the guest do.'),
  mfn: optional(hex53('The machine frame behind it, if there is one.')),
  order: integer(0, 36, 'log2 of the pages in the mapping or the hole around it.'),
});

const OUTCOMES = ['hit', 'violation', 'misconfig'] as const;
const walk = struct({
  gfn: gfn('The page.'),
  levels: array(eptLevel, 'From the root as far as the walk comes.'),
  outcome: name(OUTCOMES, 'What a read meets.'),
});

export function inspectRoutes(app: FastifyInstance): void {
  app.get<{ Params: { domid: number }; Querystring: object }>(
    '/domains/:domid/p2m',
    {
      schema: schemaOf({
        id: 'listP2m',
        tag: 'inspection',
        summary: 'The types of a run of guest pages',
        description:
          'Run by run, holes as `mmio_dm`. Types are those that Xen would answer now, whatever the entries still hold.',
        params: struct({ domid: DOMID }),
        query: runQuery,
        answers: {
          200: {
            description: 'The runs.',
            schema: runs.answer,
            example: {
              max_mapped_gfn: '0xfefff',
              runs: [{ first_gfn: '0x0', nr: 160, type: 'ram_rw' }],
            },
          },
        },
        errnos: ERRNOS,
      }),
    },
    async (request) => {
      const { p2m } = hostOf(request).domain(request.params.domid);
      const { first_gfn, nr } = runQuery.decode(request.query);
      const { maxMappedGfn } = p2m;
      const rest = Math.max(0, Math.min(maxMappedGfn + 1 - first_gfn, MOST_GFNS));
      const found = await runsOf(p2m, first_gfn, nr ?? rest);
      return runs.encode({ max_mapped_gfn: maxMappedGfn, runs: found });
    },
  );

  app.get<{ Params: { domid: number; gfn: string } }>(
    '/domains/:domid/p2m/:gfn',
    {
      schema: schemaOf({
        id: 'getP2mEntry',
        tag: 'inspection',
        summary: 'What one guest page is',
        description: 'Type, access, machine frame and the size of the mapping around it.',
        params: struct({ domid: DOMID, gfn: GFN }),
        answers: {
          200: {
            description: 'The page.',
            schema: page.answer,
            example: { gfn: '0x100', type: 'ram_rw', access: 'rwx', mfn: '0x1100', order: 0 },
          },
        },
        errnos: ERRNOS,
      }),
    },
    (request) => {
      const gfn = GFN.decode(request.params.gfn);
      const { p2m } = hostOf(request).domain(request.params.domid);
      const { type, access, mfn, order } = p2m.query(gfn);
      return page.encode({
        gfn,
        type: p2mTypeName(type),
        access: p2mAccessName(access),
        mfn: mfn === INVALID_MFN ? undefined : mfn,
        order,
      });
    },
  );

  app.get<{ Params: { domid: number; gfn: string } }>(
    '/domains/:domid/ept/:gfn',
    {
      schema: schemaOf({
        id: 'getEptWalk',
        tag: 'inspection',
        summary: "The CPU's walk to a guest page",
        description:
          'Level by level: each entry with its 64 bits and what they say, and what a read would meet.',
        params: struct({ domid: DOMID, gfn: GFN }),
        answers: {
          200: {
            description: 'The walk.',
            schema: walk.answer,
            example: { gfn: '0x100', levels: [EPT_LEVEL], outcome: 'hit' },
          },
        },
        errnos: ERRNOS,
      }),
    },
    (request) => {
      const gfn = GFN.decode(request.params.gfn);
      const { tables, features } = hostOf(request).domain(request.params.domid).p2m;
      const levels = pathTo(tables, gfn).map((step) => eptLevelOf(step, features.layout));
      const outcome = OUTCOMES[walkEpt(tables, gfn, READ, new EptWalk())];
      return walk.encode({ gfn, levels, outcome });
    },
  );
}
