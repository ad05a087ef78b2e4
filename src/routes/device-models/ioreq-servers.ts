/** What a domain's ioreq servers are and hold. */

import type { FastifyInstance } from 'fastify';
import {
  BUFIOREQ,
  type Domain,
  type IoreqServer,
  type IoRangeType,
} from '../../hypervisor/index.js';
import { IOREQ_SERVER } from '../openapi/examples.js';
import { schemaOf } from '../openapi/operation.js';
import { serverOf } from './server-of.js';
import { struct, type StructValue } from '../wire/struct.js';
import { DOMID, IOSERVID } from '../wire/url-words.js';
import { array, bool, name } from '../wire/json-words.js';
import { gfn, oneOf, u16, u32, u64, u8 } from '../wire/wire.js';
import { optional } from '../wire/word.js';
import { hostOf } from '../world/world-of.js';

const range = struct({ start: u64('First.'), end: u64('Last, inclusive.') });

const ioreqServer = struct({
  id: u16('Its id.'),
  emulator: u16('The domain that created it.'),
  default: optional(
    bool('Up to 4.11: it gets what no other answers for, and hypercalls know no id of it.'),
  ),
  enabled: bool('Whether it gets the requests in its ranges.'),
  handle_bufioreq: oneOf(BUFIOREQ, u8('How its buffered ring is read.')),
  ranges: struct({
    port: array(range, 'Ports.'),
    memory: array(range, 'Guest-physical addresses.'),
    pci: array(range, 'PCI functions.'),
  }),
  owns_ioreq_server_pages: bool(
    'Whether it has claimed the writes to pages of type `ioreq_server`.',
  ),
  pages: name(['none', 'gfn', 'resource'], 'Where its pages come from, if it has any.'),
  ioreq_gfn: optional(gfn('Page of the synchronous slots, one of the special gfns.')),
  bufioreq_gfn: optional(gfn('Page of the buffered ring, one of the special gfns.')),
  ports: array(u32('An event channel.'), 'By vcpu.'),
  bufioreq_port: optional(u32('Event channel of the buffered ring.')),
  pending: array(u16('A vcpu.'), 'Whose requests wait for an answer, the longest first.'),
});

const ioreqServers = struct({
  ioreq_servers: array(ioreqServer, 'In the order in which they are asked.'),
});

export function ioreqServerRoutes(app: FastifyInstance): void {
  app.get<{ Params: { domid: number } }>(
    '/domains/:domid/ioreq-servers',
    {
      schema: schemaOf({
        id: 'listIoreqServers',
        tag: 'device model',
        summary: 'The ioreq servers of a domain',
        description:
          'In the order in which Xen asks them whose range an access is: the highest id first; before 4.11 the newest.',
        params: struct({ domid: DOMID }),
        answers: {
          200: {
            description: 'The servers.',
            schema: ioreqServers.answer,
            example: { ioreq_servers: [IOREQ_SERVER] },
          },
        },
        errnos: { ESRCH: 'There is no such domain.' },
      }),
    },
    (request) => {
      const domain = hostOf(request).domain(request.params.domid);
      const servers = domain.ioreqServers.inOrder.map((server) => described(domain, server));
      return ioreqServers.encode({ ioreq_servers: servers });
    },
  );

  app.get<{ Params: { domid: number; id: number } }>(
    '/domains/:domid/ioreq-servers/:id',
    {
      schema: schemaOf({
        id: 'getIoreqServer',
        tag: 'device model',
        summary: 'One ioreq server',
        description:
          'Its ranges, state, owner, pages and ports, and whose requests it has not answered.',
        params: struct({ domid: DOMID, id: IOSERVID }),
        answers: {
          200: { description: 'The server.', schema: ioreqServer.answer, example: IOREQ_SERVER },
        },
        errnos: { ESRCH: 'There is no such domain.', ENOENT: 'There is no such server.' },
      }),
    },
    (request) => {
      const { domid, id } = request.params;
      const domain = hostOf(request).domain(domid);
      return ioreqServer.encode(described(domain, serverOf(domain, id)));
    },
  );
}

function described(domain: Domain, server: IoreqServer): StructValue<typeof ioreqServer.fields> {
  const { id, emulator, enabled, handleBufioreq, ioreqPage, bufioreqPage, requests } = server;
  return {
    id,
    emulator,
    default: server.isDefault || undefined,
    enabled,
    handle_bufioreq: handleBufioreq,
    ranges: {
      port: rangesOf(server, 'port'),
      memory: rangesOf(server, 'memory'),
      pci: rangesOf(server, 'pci'),
    },
    owns_ioreq_server_pages: domain.p2m.claim.owner === id,
    pages: ioreqPage.mfn === undefined ? 'none' : ioreqPage.gfn === undefined ? 'resource' : 'gfn',
    ioreq_gfn: ioreqPage.gfn,
    bufioreq_gfn: bufioreqPage.gfn,
    ports: requests.ports,
    bufioreq_port: server.isBuffering ? server.bufioreqPort : undefined,
    pending: requests.outstanding().map(({ vcpu }) => vcpu),
  };
}

const rangesOf = (server: IoreqServer, type: IoRangeType) =>
  [...server.ranges(type)].map(([start, end]) => ({ start, end }));
