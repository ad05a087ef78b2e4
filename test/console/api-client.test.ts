import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { apiClient } from '../../console/src/api-client.js';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

/** A client of a real service, whose requests go by no socket. */
async function client(headers = {}) {
  const app = await buildApp({ host: new Host() });
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    const { method, headers, body } = init as any;
    const answer = await app.inject({ url: url as string, method, headers, payload: body });
    return new Response(answer.statusCode === 204 ? null : answer.body, {
      status: answer.statusCode,
    });
  });
  onTestFinished(async () => {
    fetched.mockRestore();
    await app.close();
  });
  const seen: number[] = [];
  const asked = apiClient('http://xen', headers, ({ status }) => seen.push(status));
  return { ...asked, seen, fetched };
}

describe('apiClient', () => {
  it('fills in the path, sends the body and the headers, and answers the data', async () => {
    const { GET, POST, fetched } = await client({ authorization: 'Bearer sesame' });
    await POST('/domains', { body: { domid: 3, memory_mib: 4 } });
    const { data } = await GET('/domains/{domid}/p2m', {
      params: { path: { domid: 3 }, query: { first_gfn: '0x1', nr: 2 } },
    });

    expect(data?.runs).toEqual([{ first_gfn: '0x1', nr: 2, type: 'ram_rw' }]);
    expect(fetched.mock.lastCall?.[0]).toBe('http://xen/domains/3/p2m?first_gfn=0x1&nr=2');
    expect(fetched.mock.lastCall?.[1]?.headers).toEqual({ authorization: 'Bearer sesame' });
  });

  it('answers what was refused as an error', async () => {
    const { GET, seen } = await client();
    const { data, error } = await GET('/domains/{domid}', { params: { path: { domid: 9 } } });

    expect(data).toBeUndefined();
    expect(error).toMatchObject({ errno: 'ESRCH' });
    expect(seen).toEqual([404]);
  });

  it('takes an answer without a body', async () => {
    const { POST, DELETE } = await client();
    await POST('/domains', { body: { domid: 3, memory_mib: 4 } });
    const { response, data } = await DELETE('/domains/{domid}', { params: { path: { domid: 3 } } });

    expect([response.status, data]).toEqual([204, undefined]);
  });

  it('leaves out what is not said of a query', async () => {
    const { GET, fetched } = await client();
    await GET('/journal', { params: { query: { after: 0, kind: undefined } as any } });

    expect(fetched.mock.lastCall?.[0]).toBe('http://xen/journal?after=0');
  });
});
