/** A service on a real socket with one domain, and what stories do to it. */

import type { AddressInfo } from 'node:net';
import { Host } from '../../src/hypervisor/index.js';
import { appFor } from './app-pool.js';

type Headers = Readonly<Record<string, string>>;
type Body = object | Uint8Array;
type Range = readonly [type: 'port' | 'memory' | 'pci', start: number, end: number];

/** An answer as JSON; octets are not. */
export type Answer = Record<string, any>;

export async function story(spec: object = {}) {
  const app = await appFor(new Host());
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const send = (method: string, path: string, body?: Body, more: RequestInit = {}) =>
    fetch(url + path, { ...more, method, ...(body && contentOf(body, more.headers as Headers)) });
  const get = async (path: string) => answerOf(await send('GET', path));
  const post = async (path: string, body: object = {}, more?: RequestInit) =>
    answerOf(await send('POST', path, body, more));
  const domid: number = (await post('/domains', { memory_mib: 4, ...spec }))['domid'];
  const domain = `/domains/${domid}`;
  const dmop = (op: string, body: object) => post(`${domain}/dmop/${op}`, body);

  const addServer = async (ranges: readonly Range[] = [], { handle_bufioreq = 0 } = {}) => {
    const id: number = (await demanded(dmop('create_ioreq_server', { handle_bufioreq })))['id'];
    const frames = handle_bufioreq === 0 ? { frame: 1, nr: 1 } : { frame: 0, nr: 2 };
    const acquire = { type: 'ioreq_server', id, ...frames };
    await demanded(post(`${domain}/memory/acquire_resource`, acquire));
    for (const [type, start, end] of ranges)
      await demanded(dmop('map_io_range_to_ioreq_server', { id, type, start, end }));
    await demanded(dmop('set_ioreq_server_state', { id, enabled: 1 }));
    return id;
  };

  return {
    url,
    domid,
    domain,
    get,
    post,
    delete: async (path: string) => answerOf(await send('DELETE', path)),
    dmop,
    addServer,
    /** The guest accesses something, and the call waits until it is through. */
    guest: (access: object) => post(`${domain}/guest-access`, { trace: false, ...access }),
    /** The guest accesses something, and the call waits for nobody. */
    guestBegins: (access: object) =>
      post(`${domain}/guest-access`, access, { headers: { prefer: 'respond-async' } }),
    accessOf: (id: number) => get(`${domain}/guest-access/${id}`),
    vcpu: (id: number) => get(`${domain}/vcpus/${id}`),
    exchange: (id: number, body: object = {}) =>
      post(`${domain}/ioreq-servers/${id}/exchange`, body),
    getBytes: async (path: string) => Buffer.from(await (await send('GET', path)).arrayBuffer()),
    putBytes: (path: string, bytes: Iterable<number>) => send('PUT', path, Uint8Array.from(bytes)),
    readRam: async (gpa: number, length: number) =>
      Buffer.from(
        await (await send('GET', `${domain}/ram?gpa=${gpa}&length=${length}`)).arrayBuffer(),
      ),
    writeRam: (gpa: number, bytes: Iterable<number>) =>
      send('PUT', `${domain}/ram?gpa=${gpa}`, Uint8Array.from(bytes)),
  };
}

export type Story = Awaited<ReturnType<typeof story>>;

/** Little endian, as guests write. */
export const bytesOf = (value: bigint, size: number): number[] =>
  Array.from({ length: size }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));

function contentOf(body: Body, headers: Headers = {}): RequestInit {
  const isOctets = body instanceof Uint8Array;
  const type = isOctets ? 'application/octet-stream' : 'application/json';
  return {
    headers: { ...headers, 'content-type': type },
    body: isOctets ? Buffer.from(body) : JSON.stringify(body),
  };
}

/** What has to succeed for the story to go on. */
async function demanded(answer: Promise<Answer>): Promise<Answer> {
  const said = await answer;
  if ('title' in said) throw new Error(`${said['title']}: ${said['detail']}`);
  return said;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return text === '' ? {} : (JSON.parse(text) as Answer);
}
