import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

describe('accountForRequests', () => {
  it('puts what happens on the account of the request, in a multicall too', async () => {
    const { get, post, createDomain } = await api();
    await createDomain({ paused: true });
    const calls = Array.from({ length: 200 }, () => ({ op: 'hvmop/get_time', domid: 1 }));
    await post('/multicall', { calls }, { 'x-request-id': 'many' });
    await post('/domains/1/pause', undefined, { 'x-request-id': 'pause' });

    const { entries } = (await get('/journal?kind=domain,hypercall')).body;
    const requests = entries.slice(1).map(({ request }: { request: string }) => request);
    expect([requests.length, new Set(requests.slice(0, 200))]).toEqual([201, new Set(['many'])]);
    expect(requests.at(-1)).toBe('pause');
  });
});
