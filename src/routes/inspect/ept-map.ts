/** A guest's whole map at a glance: as many gfns a cell as it takes. */

import type { FastifyInstance } from 'fastify';
import { GFN_LIMIT, gfn as toGfn, P2MT, type P2mTypeName } from '../../hypervisor/index.js';
import { cellsOf } from './ept-cells.js';
import { array, bool, integer, name } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { DOMID, gfnInUrl } from '../wire/url-words.js';
import { gfn } from '../wire/wire.js';
import { optional } from '../wire/word.js';
import { hostOf } from '../world/world-of.js';

const MOST_CELLS = 2048;
/** One cell for all that four levels of tables reach. */
const WHOLE = 36;

const P2M_TYPES = Object.keys(P2MT) as P2mTypeName[];

const query = struct({
  first_gfn: optional(gfnInUrl('Where it begins; rounded down to the border of a cell.'), toGfn(0)),
  order: optional(integer(0, WHOLE, 'log2 of the gfns in a cell.'), 9),
  cells: optional(integer(1, MOST_CELLS, 'How many cells; fewer where the tables end.'), 512),
});

const share = struct({
  type: name(P2M_TYPES, 'A p2m type.'),
  nr: integer(1, GFN_LIMIT, 'How many gfns of the cell are of it.'),
  first_gfn: gfn('The lowest of them.'),
});

const run = struct({
  first_gfn: gfn('The first page of the first cell.'),
  cells: integer(1, MOST_CELLS, 'How many neighbouring cells are alike.'),
  type: name(P2M_TYPES, 'What most of their gfns are; a hole is `mmio_dm`.'),
  mapping_order: integer(0, WHOLE, 'log2 of the pages in the smallest mapping or hole.'),
  recalc: bool('A mark for recalculation is still on an entry there, or on one above.'),
  misconfigured: bool(
    'A guest access there would be an EPT misconfiguration, until that is resolved.',
  ),
  mixed: optional(
    array(share, 'Where its gfns are of several types: all of them, the most frequent first.'),
  ),
});

const map = struct({
  max_mapped_gfn: gfn('The highest gfn that was ever mapped.'),
  first_gfn: gfn('Where it begins.'),
  order: integer(0, WHOLE, 'log2 of the gfns in a cell.'),
  cells: integer(0, MOST_CELLS, 'How many cells.'),
  runs: array(run, 'The cells, neighbours that are alike together.'),
});

export function eptMapRoutes(app: FastifyInstance): void {
  app.get<{ Params: { domid: number }; Querystring: object }>(
    '/domains/:domid/ept-map',
    {
      schema: schemaOf({
        id: 'getEptMap',
        tag: 'inspection',
        summary: 'The map of a guest at a glance',
        description:
          'Cells of `2^order` gfns, from one page to all that there is. Types are those that Xen would answer now; the ' +
          'marks tell what the entries still hold. While a large map is walked the guest goes on: each table is as it ' +
          'was when it was looked at.',
        params: struct({ domid: DOMID }),
        query,
        answers: {
          200: { description: 'The map.', schema: map.answer, example: EXAMPLE },
        },
        errnos: { ESRCH: 'There is no such domain.', EINVAL: 'A PV domain has no p2m.' },
      }),
    },
    async (request) => {
      const { p2m } = hostOf(request).domain(request.params.domid);
      const { first_gfn, order, cells } = query.decode(request.query);
      const pages = 2 ** order;
      const first = Math.floor(first_gfn / pages) * pages;
      const within = Math.max(0, Math.min(cells, (GFN_LIMIT - first) / pages));
      return map.encode({
        max_mapped_gfn: p2m.maxMappedGfn,
        first_gfn: toGfn(first),
        order,
        cells: within,
        runs: await cellsOf(p2m, first, order, within),
      });
    },
  );
}

const EXAMPLE = {
  max_mapped_gfn: '0xfefff',
  first_gfn: '0x0',
  order: 9,
  cells: 512,
  runs: [
    {
      first_gfn: '0x0',
      cells: 1,
      type: 'ram_rw',
      mapping_order: 0,
      recalc: false,
      misconfigured: false,
      mixed: [
        { type: 'ram_rw', nr: 480, first_gfn: '0x0' },
        { type: 'mmio_dm', nr: 32, first_gfn: '0xa0' },
      ],
    },
    {
      first_gfn: '0x200',
      cells: 31,
      type: 'ram_rw',
      mapping_order: 0,
      recalc: false,
      misconfigured: false,
    },
  ],
};
