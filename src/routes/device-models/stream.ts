/** How a device model is served over a WebSocket: requests are pushed as they come, answers sent when they are ready. */

import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { IoreqStream } from './ioreq-stream.js';
import { array, text } from '../wire/json-words.js';
import { schemaOf } from '../openapi/operation.js';
import { serverOf } from './server-of.js';
import { ANSWERS, JSON_PROTOCOL, SUBPROTOCOLS, protocolAmong } from './stream-protocols.js';
import { struct } from '../wire/struct.js';
import { DOMID, IOSERVID } from '../wire/url-words.js';
import { hostOf, worldOf } from '../world/world-of.js';

const MOST_BYTES_OF_A_MESSAGE = 2 ** 20;
/** RFC 6455: the service ends. */
const GOING_AWAY = 1001;

const spoken = struct({ subprotocols: array(text('A subprotocol.'), 'The first is the default.') });

const URL = '/domains/:domid/ioreq-servers/:id/stream';
const SCHEMA = schemaOf({
  id: 'streamIoreqs',
  tag: 'device model',
  summary: "Serve a server's requests over a WebSocket",
  description:
    'Subprotocol `fakexen.ioreq.v1` (JSON, also if none is asked for): what `exchange` answers comes as requests come, ' +
    'and `{ "completions": […] }` goes back. Subprotocol `fakexen.ioreq.bin.v1`: records of u32 vcpu, u32 seq and the ' +
    '32 bytes of `ioreq_t`, little endian, both ways. A request goes to one connection at a time; when that closes, ' +
    'to the next.',
  params: struct({ domid: DOMID, id: IOSERVID }),
  answers: {
    101: { description: 'From here on messages of the subprotocol.' },
    200: {
      description: 'To one who does not ask for a WebSocket: what it would speak.',
      schema: spoken.answer,
      example: spoken.encode({ subprotocols: SUBPROTOCOLS }),
    },
  },
  errnos: { ESRCH: 'There is no such domain.', ENOENT: 'There is no such server.' },
});

interface OfStream {
  Params: { domid: number; id: number };
}

/** In a context of its own: the hooks of the WebSocket plugin cost every request of theirs. */
export function streamRoutes(app: FastifyInstance): void {
  void app.register((context, _options, done) => {
    void context.register(websocket, {
      options: { maxPayload: MOST_BYTES_OF_A_MESSAGE, handleProtocols },
      preClose(closed) {
        for (const client of context.websocketServer.clients) client.close(GOING_AWAY);
        closed();
      },
    });
    void context.register((routes, _, added) => {
      addRoute(routes);
      added();
    });
    done();
  });
}

function addRoute(app: FastifyInstance): void {
  app.route<OfStream>({
    method: 'GET',
    url: URL,
    schema: SCHEMA,
    preHandler(request, _reply, ready) {
      const { domid, id } = request.params;
      serverOf(hostOf(request).domain(domid), id);
      ready();
    },
    handler: () => spoken.encode({ subprotocols: SUBPROTOCOLS }),
    wsHandler(socket, request) {
      const { domid, id } = request.params;
      const validate = request.compileValidationSchema(ANSWERS.schema, 'body');
      // The compiler of the service gives an object, which is not false, for what does not fit.
      const fits = (said: unknown) => (validate(said) as unknown) === true;
      const world = worldOf(request);
      const server = serverOf(world.host.domain(domid), id);
      const protocol = protocolAmong([socket.protocol]) ?? JSON_PROTOCOL;
      const account = request.id;
      new IoreqStream(socket, { world, server, protocol, fits, account }).open();
    },
  });
}

const handleProtocols = (offered: Set<string>) => protocolAmong(offered)?.name ?? false;
