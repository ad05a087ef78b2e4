import { describe, expect, it } from 'vitest';
import { KIND } from '../../../src/hypervisor/journal/journal-kinds.js';
import { JOURNAL_CAPACITY, NOWHERE } from '../../../src/hypervisor/journal/journal.js';
import { api, type Api } from '../../support/api.js';

const small = { memory: [{ first_gfn: 0, nr: 16, order: 0 }], special_pages: false, paused: false };
const set = (first_pfn: number, mem_type = 'ram_ro') => ({ first_pfn, nr: 1, mem_type });

async function retyped({ post, createDomain }: Api, pages: readonly number[]) {
  await createDomain(small);
  for (const page of pages) await post('/domains/1/dmop/set_mem_type', set(page));
}

const seqs = (entries: { seq: number }[]) => entries.map(({ seq }) => seq);

describe('/journal', () => {
  it('tells a call with its numbers, after what it has done, and by which request', async () => {
    const service = await api();
    await retyped(service, []);
    await service.post('/domains/1/dmop/set_mem_type', set(3), { 'x-request-id': 'mine' });
    const { entries } = (await service.get('/journal?gfn=3&after=2')).body;
    expect(entries).toMatchObject([
      { kind: 'p2m_type', gfn: '0x3', nr: 1, p2mt: 'ram_ro', request: 'mine' },
      {
        kind: 'hypercall',
        op: 'dmop/set_mem_type',
        rc: 0,
        args: { first_pfn: '0x3' },
        request: 'mine',
      },
    ]);
  });

  it('has calls too of which it is not known what they called', async () => {
    const service = await api();
    await service.createDomain(small);
    await service.post('/domains/1/dmop/nothing', {});
    await service.post('/multicall', { calls: [{ op: 'hvmop/nothing', domid: 1 }] });
    await service.app.inject({
      method: 'POST',
      url: '/domains/1/dm_op',
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from([1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]),
    });
    const { entries } = (await service.get('/journal?kind=hypercall')).body;
    const short = entries.map(({ op, errno }: { op: string; errno: string }) => [op, errno]);
    expect(short).toEqual([
      ['dmop/unknown', 'EOPNOTSUPP'],
      ['hvmop/unknown', 'ENOSYS'],
      ['dmop/unknown', 'EFAULT'],
    ]);
  });

  it('is read in parts, one after the other', async () => {
    const service = await api();
    await retyped(service, [1, 2, 3, 4, 5]);
    const path = '/journal?op=dmop/*&limit=2';
    const first = (await service.get(path)).body;
    expect([first.entries.length, first.more]).toEqual([2, true]);
    const second = (await service.get(`${path}&after=${first.next}`)).body;
    const third = (await service.get(`${path}&after=${second.next}`)).body;
    expect([third.entries.length, third.more]).toEqual([1, false]);
    const all = [first, second, third].flatMap(({ entries }) => seqs(entries));
    expect(all).toEqual(seqs((await service.get('/journal?op=dmop/set_mem_type')).body.entries));
    expect((await service.get(`${path}&after=${third.next}`)).body).toMatchObject({
      entries: [],
      next: third.next,
    });
  });

  it('says how much is not kept any more', async () => {
    const service = await api();
    for (let n = 0; n < JOURNAL_CAPACITY + 10; n++)
      service.host.journal!.record(KIND.vmentry, 1, 0, NOWHERE, 0);
    const { body } = await service.get('/journal?limit=1');
    expect([body.dropped, body.entries[0].seq, body.next]).toEqual([10, 11, 11]);
  });

  it.each(['/journal?kind=foo', '/journal?op=foo', '/journal?limit=0', '/journal?domid=x'])(
    '%s is a problem that names the field',
    async (path) => {
      const { get } = await api();
      const { status, body } = await get(path);
      expect([status, body.errors.length]).toEqual([400, 1]);
    },
  );

  it('verifies', async () => {
    const service = await api();
    await retyped(service, [1, 2]);
    const expectations = [
      { match: { op: 'dmop/set_mem_type', gfn: 1 }, exactly: 1 },
      { match: { op: 'dmop/set_mem_type', gfn: 9 }, at_least: 1 },
      {
        order: [
          { op: 'dmop/*', gfn: 1 },
          { op: 'dmop/*', gfn: 2 },
        ],
      },
    ];
    const { body } = await service.post('/journal/verify', { expect: expectations });
    expect([body.passed, body.dropped]).toEqual([false, 0]);
    expect(body.results.map(({ passed }: { passed: boolean }) => passed)).toEqual([
      true,
      false,
      true,
    ]);
    expect(body.results[1].near_misses[0].differs).toEqual([
      { field: 'gfn', expected: '0x9', found: '0x2' },
    ]);

    const wrong = await service.post('/journal/verify', {
      expect: [{ match: { op: 'x' }, exactly: 1 }],
    });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/expect/0/match/op']);
  });
});
