import request, { type Response } from 'supertest';
import { expect, onTestFinished } from 'vitest';
import { Host, type HostSettings } from '../../src/hypervisor/index.js';
import { appFor } from './app-pool.js';
import { contractOf } from './contract.js';

/** The document is the same for every app. */
let contract: ReturnType<typeof contractOf> | undefined;

type Headers = Readonly<Record<string, string>>;

/** A service without a port. Whatever it answers is held against its OpenAPI document. */
export async function api(settings: Partial<HostSettings> = {}) {
  const host = new Host(settings);
  const app = await appFor(host);
  contract ??= contractOf(app);
  const breachesOf = contract;
  const breaches: string[] = [];
  onTestFinished(() => expect(breaches).toEqual([]));

  const checked = ({ method, path }: { method: string; path: string }, response: Response) => {
    const { status, type: mediaType, text, body } = response;
    const answered = {
      method,
      path,
      status,
      mediaType,
      body: text || Buffer.isBuffer(body) ? body : undefined,
    };
    breaches.push(...breachesOf(answered));
    return response;
  };
  const send = async (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
    headers: Headers = {},
  ) => checked({ method, path }, await request(app.server)[method](path).set(headers).send(body));

  return {
    app,
    host,
    get: (path: string, headers?: Headers) => send('get', path, undefined, headers),
    post: (path: string, body?: object, headers?: Headers) => send('post', path, body, headers),
    put: (path: string, body: object) => send('put', path, body),
    delete: (path: string) => send('delete', path),
    /** The bytes of an octet stream. */
    getBytes: async (path: string) =>
      checked({ method: 'get', path }, await request(app.server).get(path).responseType('blob')),
    putBytes: async (path: string, bytes: Iterable<number>) =>
      checked(
        { method: 'put', path },
        await request(app.server)
          .put(path)
          .type('application/octet-stream')
          .send(Buffer.from([...bytes])),
      ),
    /** A domain of these properties; small, unless they say otherwise. */
    createDomain: async (spec: object = {}) =>
      (await send('post', '/domains', { memory_mib: 4, ...spec })).body as { domid: number },
  };
}

export type Api = Awaited<ReturnType<typeof api>>;

/** What an answer is in short: the errno, or `ok`. */
export const verdictOf = ({ status, body }: Response): string =>
  status < 300 ? 'ok' : String(body.errno ?? body.type ?? status);
