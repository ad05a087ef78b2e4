import { describe, expect, it } from 'vitest';
import { Journal } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { meanwhile, onAccountOf } from '../../../src/routes/journal/account.js';
import { api } from '../../support/api.js';

const journalOf = () => new Journal(new VirtualClock());

describe('the account of a request', () => {
  it('lasts as long as what is done on it, however that ends', () => {
    const journal = journalOf();
    journal.onBehalfOf('one');
    expect(onAccountOf(journal, 'two', () => journal.request)).toBe('two');
    expect(() =>
      onAccountOf(journal, 'three', () => {
        throw new Error('over');
      }),
    ).toThrow('over');
    expect(journal.request).toBe('one');
    expect(onAccountOf(undefined, 'two', () => 5)).toBe(5);
  });

  it('rests while it waits', async () => {
    const journal = journalOf();
    journal.onBehalfOf('one');
    const waiting = meanwhile(journal, Promise.resolve(5));
    expect(journal.request).toBeUndefined();
    expect([await waiting, journal.request]).toEqual([5, 'one']);
  });

  it('is that of the request by which something happens, in a multicall too', async () => {
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
