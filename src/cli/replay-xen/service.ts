/** The service that a recording is replayed on: in this process, but spoken to over a socket. */

import {
  Agent,
  request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestOptions,
} from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../hypervisor/index.js';
import { buildApp } from '../../server/app.js';

export interface Reply {
  readonly status: number;
  /** As JSON, where it is JSON. */
  readonly answer: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
}

export interface Service {
  readonly url: URL;
  send(method: string, path: string, body?: object, headers?: OutgoingHttpHeaders): Promise<Reply>;
  close(): Promise<void>;
}

export const startService = async (): Promise<Service> =>
  serviceOf(await buildApp({ host: new Host() }));

export async function serviceOf(app: FastifyInstance): Promise<Service> {
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const agent = new Agent({ keepAlive: true, noDelay: true });
  return {
    url,
    send: (method, path, body, headers) =>
      send({ agent, host: url.hostname, port: url.port, method, path }, body, headers),
    close: async () => {
      agent.destroy();
      await app.close();
    },
  };
}

function send(
  target: RequestOptions,
  body: object | undefined,
  headers: OutgoingHttpHeaders = {},
): Promise<Reply> {
  const isRaw = body instanceof Uint8Array;
  const payload = body === undefined || isRaw ? body : Buffer.from(JSON.stringify(body));
  const typed = payload !== undefined && {
    'content-type': isRaw ? 'application/octet-stream' : 'application/json',
    'content-length': payload.length,
  };
  return new Promise((resolve, reject) => {
    const call = request({ ...target, headers: { ...typed, ...headers } }, (response) => {
      replyOf(response).then(resolve, reject);
    });
    call.on('error', reject);
    call.end(payload);
  });
}

async function replyOf(response: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const isJson = /[/+]json/.test(response.headers['content-type'] ?? '');
  return {
    status: response.statusCode ?? 0,
    answer: isJson ? (JSON.parse(bytes.toString('utf8')) as Reply['answer']) : {},
    bytes,
  };
}
