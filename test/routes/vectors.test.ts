/** The numbered test vectors of the reference (semantics, section 8) that the first nine hypercalls can show. */

import { describe, expect, it } from 'vitest';
import { api, verdictOf, type Api } from '../support/api.js';

const CLAIM = { type: 'ioreq_server', flags: ['write'] };
const DISCLAIM = { type: 'ioreq_server', flags: 0 };

/** The moves of the vectors, on domain 1 unless said otherwise. */
function movesOf({ post, get }: Api) {
  const dmop =
    (op: string) =>
    (body: object, { domid = 1, caller = 0 } = {}) =>
      post(`/domains/${domid}/dmop/${op}`, body, { 'xen-caller-domid': String(caller) });
  const access = (body: object) =>
    post(
      '/domains/1/guest-access',
      { size: 4, trace: false, ...body },
      { prefer: 'respond-async' },
    );
  return {
    post,
    get,
    access,
    createDomain: (spec: object) =>
      post('/domains', { memory: [{ first_gfn: 0, nr: 2048 }], ...spec }),
    create: dmop('create_ioreq_server'),
    info: dmop('get_ioreq_server_info'),
    range: dmop('map_io_range_to_ioreq_server'),
    unrange: dmop('unmap_io_range_from_ioreq_server'),
    state: dmop('set_ioreq_server_state'),
    destroy: dmop('destroy_ioreq_server'),
    map: dmop('map_mem_type_to_ioreq_server'),
    setType: dmop('set_mem_type'),
    typeOf: async (pfn: number | string) =>
      (await post('/domains/1/hvmop/get_mem_type', { pfn })).body.mem_type,
    entryCount: async () => (await get('/domains/1')).body.entry_count,
    exchange: (id: number, completions: object[] = []) =>
      post(`/domains/1/ioreq-servers/${id}/exchange`, { completions }),
  };
}

/** A server with its page, and what else is said. */
async function serve(
  { create, info, map, state }: ReturnType<typeof movesOf>,
  { claim = false, enable = false } = {},
): Promise<number> {
  const { id } = (await create({ handle_bufioreq: 0 })).body;
  await info({ id });
  if (claim) await map({ id, ...CLAIM });
  if (enable) await state({ id, enabled: 1 });
  return id;
}

async function world(spec: object = {}) {
  const moves = movesOf(await api());
  await moves.createDomain(spec);
  return moves;
}

describe('the vectors of claims', () => {
  it('1: claim on a shadow domain, bad type and bad id all at once: EOPNOTSUPP', async () => {
    const { map } = await world({ hap: false, profile: '4.22' });

    expect(verdictOf(await map({ id: 77, type: 0, flags: 1 }))).toBe('EOPNOTSUPP');
  });

  // prettier-ignore
  it.each([
    // vector                                    request                         verdict
    ['2: claim type 0',                          { id: 0, type: 0, flags: 2 },   'EINVAL'],
    ['3: claim flags READ',                      { id: 0, type: 4, flags: 1 },   'EINVAL'],
    ['3: claim flags READ | WRITE',              { id: 0, type: 4, flags: 3 },   'EINVAL'],
    ['4: claim with an unknown id',              { id: 7, type: 4, flags: 2 },   'ENOENT'],
    ['6: disclaim when nobody owns',             { id: 0, type: 4, flags: 0 },   'EINVAL'],
    ['32: claim before set_state(1)',            { id: 0, type: 4, flags: 2 },   'ok'],
  ])('%s', async (_, body, verdict) => {
    const moves = await world();
    await serve(moves);

    expect(verdictOf(await moves.map(body))).toBe(verdict);
  });

  it('5: claim twice by the same server: 0, EBUSY', async () => {
    const moves = await world();
    await serve(moves);

    expect(verdictOf(await moves.map({ id: 0, ...CLAIM }))).toBe('ok');
    expect(verdictOf(await moves.map({ id: 0, ...CLAIM }))).toBe('EBUSY');
  });

  it('6: disclaim by another server: EINVAL', async () => {
    const moves = await world();
    await serve(moves, { claim: true });
    await serve(moves);

    expect(verdictOf(await moves.map({ id: 1, ...DISCLAIM }))).toBe('EINVAL');
  });

  it('17: disclaim with 1,000 pages: all read as ram_rw at once, a new claim succeeds', async () => {
    const moves = await world();
    await serve(moves, { claim: true });
    await moves.setType({ mem_type: 4, first_pfn: 16, nr: 1000 });
    expect(await moves.entryCount()).toBe(1000);

    expect(verdictOf(await moves.map({ id: 0, ...DISCLAIM }))).toBe('ok');

    expect((await moves.get('/domains/1/p2m?nr=2048')).body.runs).toEqual([
      { first_gfn: '0x0', nr: 2048, type: 'ram_rw' },
    ]);
    expect(await moves.entryCount()).toBe(0);
    expect(verdictOf(await moves.map({ id: 0, ...CLAIM }))).toBe('ok');
  });

  it('25: opaque = 256 with flags WRITE: 0 and nothing is claimed', async () => {
    const moves = await world();
    await serve(moves);

    expect(verdictOf(await moves.map({ id: 0, ...CLAIM, opaque: 256 }))).toBe('ok');
    expect(verdictOf(await moves.map({ id: 0, ...CLAIM }))).toBe('ok');
  });

  it('31: opaque = 256 with flags 0 while owned: 0, and neither owner nor pages change', async () => {
    const moves = await world();
    await serve(moves, { claim: true });
    await moves.setType({ mem_type: 4, first_pfn: 512, nr: 1 });

    expect(verdictOf(await moves.map({ id: 0, ...DISCLAIM, opaque: 256 }))).toBe('ok');
    expect(await moves.typeOf(512)).toBe('ioreq_server');
    expect(verdictOf(await moves.map({ id: 0, ...CLAIM }))).toBe('EBUSY');
  });

  it('35: claim by an unknown id while another owns: ENOENT before EBUSY', async () => {
    const moves = await world();
    await serve(moves, { claim: true });

    expect(verdictOf(await moves.map({ id: 7, ...CLAIM }))).toBe('ENOENT');
  });
});

describe('the vectors of page types', () => {
  // prettier-ignore
  it.each([
    // vector                                    4.17       4.8
    ['7: type 4 while nobody claims',            'EINVAL',  'ok',     { mem_type: 4, first_pfn: 0, nr: 1 }],
    ['9: type 3',                                'EINVAL',  'EINVAL', { mem_type: 3, first_pfn: 0, nr: 1 }],
    ['10: no pages',                             'EINVAL',  'EINVAL', { mem_type: 0, first_pfn: 0, nr: 0 }],
  ])('%s: %s, in 4.8 %s', async (_, now, then, body) => {
    const { setType } = await world();
    const { setType: setTypeThen } = await world({ profile: '4.8' });

    expect(verdictOf(await setType(body))).toBe(now);
    expect(verdictOf(await setTypeThen(body))).toBe(then);
  });

  it('8: type 4 on a ram_ro page: EINVAL, in 4.8 0', async () => {
    const moves = await world();
    await serve(moves, { claim: true });
    const then = await world({ profile: '4.8' });
    for (const { setType } of [moves, then]) await setType({ mem_type: 1, first_pfn: 8, nr: 1 });

    expect(verdictOf(await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 }))).toBe('EINVAL');
    expect(verdictOf(await then.setType({ mem_type: 4, first_pfn: 8, nr: 1 }))).toBe('ok');
  });

  it('11: a run with a hole in it: EINVAL, and the page before the hole has changed', async () => {
    const { setType, typeOf } = await world({
      memory: [
        { first_gfn: 0, nr: 1 },
        { first_gfn: 2, nr: 1 },
      ],
      special_pages: false,
    });

    expect(verdictOf(await setType({ mem_type: 1, first_pfn: 0, nr: 3 }))).toBe('EINVAL');
    expect([await typeOf(0), await typeOf(2)]).toEqual(['ram_ro', 'ram_rw']);
  });

  it('12: the type of a gfn that is not mapped: mmio_dm', async () => {
    const { typeOf } = await world();

    expect([await typeOf(3000), await typeOf('0xffffffffff')]).toEqual(['mmio_dm', 'mmio_dm']);
  });

  it('28: mmio_dm to ram_rw: EINVAL', async () => {
    const { setType } = await world();
    await setType({ mem_type: 2, first_pfn: 8, nr: 1 });

    expect(verdictOf(await setType({ mem_type: 0, first_pfn: 8, nr: 1 }))).toBe('EINVAL');
    expect(verdictOf(await setType({ mem_type: 2, first_pfn: 8, nr: 1 }))).toBe('ok');
  });

  it('33: a claimed page to ram_ro: EINVAL', async () => {
    const moves = await world();
    await serve(moves, { claim: true });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });

    expect(verdictOf(await moves.setType({ mem_type: 1, first_pfn: 8, nr: 1 }))).toBe('EINVAL');
  });

  it('34: a claimed page to ram_rw needs no owner', async () => {
    const moves = await world();
    await serve(moves, { claim: true });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });
    await moves.destroy({ id: 0 });

    expect(verdictOf(await moves.setType({ mem_type: 0, first_pfn: 8, nr: 1 }))).toBe('ok');
    expect(await moves.entryCount()).toBe(0);
  });
});

describe('the vectors of guest accesses', () => {
  it('14: a write to a claimed page goes to its owner, even inside the range of another server', async () => {
    const moves = await world();
    const owner = await serve(moves, { claim: true, enable: true });
    const other = await serve(moves, { enable: true });
    await moves.range({ id: other, type: 'memory', start: '0x8000', end: '0x8fff' });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });

    const { body } = await moves.access({ kind: 'write', gpa: '0x8010', data: '0x2a' });

    expect(body).toMatchObject({ outcome: 'pending', reason: 'ioreq' });
    expect((await moves.exchange(other)).body.ioreqs).toEqual([]);
    expect((await moves.exchange(owner)).body.ioreqs).toMatchObject([
      { type: 'copy', dir: 'write', addr: '0x8010', data: '0x2a', size: 4, count: 1 },
    ]);
  });

  it('15: a read-modify-write of a claimed page reads RAM and forwards the write alone', async () => {
    const moves = await world();
    await serve(moves, { claim: true, enable: true });
    await moves.access({ kind: 'write', gpa: '0x8010', data: '0x29' });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });

    await moves.access({ kind: 'rmw', op: 'inc', gpa: '0x8010' });

    expect((await moves.exchange(0)).body.ioreqs).toMatchObject([{ dir: 'write', data: '0x2a' }]);
    await moves.exchange(0, [{ vcpu: 0 }]);
    expect((await moves.exchange(0)).body.ioreqs).toEqual([]);
  });

  it('16: a read of a claimed page does not exit', async () => {
    const moves = await world();
    await serve(moves, { claim: true, enable: true });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });

    const { body } = await moves.access({ kind: 'read', gpa: '0x8010' });

    expect(body).toMatchObject({ outcome: 'completed', data: '0x0', exits: [], ioreqs: [] });
  });

  it('18: the owner destroyed: the page stays, a write faults for ever, and set_mem_type(0) repairs it', async () => {
    const moves = await world();
    await serve(moves, { claim: true, enable: true });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });
    await moves.destroy({ id: 0 });
    await serve(moves);

    const { body } = await moves.access({ kind: 'write', gpa: '0x8010', data: '0x2a' });
    expect(body).toMatchObject({ outcome: 'pending', reason: 'refaulting' });
    expect(verdictOf(await moves.map({ id: 0, ...CLAIM }))).toBe('EBUSY');

    await moves.setType({ mem_type: 0, first_pfn: 8, nr: 1 });
    expect((await moves.get(`/domains/1/guest-access/${body.id}`)).body.outcome).toBe('completed');
    expect((await moves.access({ kind: 'read', gpa: '0x8010' })).body.data).toBe('0x2a');
  });

  it('22: one range on two servers: both 0, and the highest id gets the access', async () => {
    const moves = await world();
    const range = { type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
    for (const _ of [0, 1]) {
      const id = await serve(moves, { enable: true });
      expect(verdictOf(await moves.range({ id, ...range }))).toBe('ok');
    }

    await moves.access({ kind: 'write', gpa: '0xf0000010', data: '0x1' });

    expect((await moves.exchange(0)).body.ioreqs).toEqual([]);
    expect((await moves.exchange(1)).body.ioreqs).toHaveLength(1);
  });

  it('26: an access that straddles the end of a range: nobody, all ones', async () => {
    const moves = await world();
    await serve(moves, { enable: true });
    await moves.range({ id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000013' });

    const { body } = await moves.access({ kind: 'read', gpa: '0xf0000012' });

    expect(body).toMatchObject({ outcome: 'completed', data: '0xffffffff', ioreqs: [] });
  });

  it('36: the owner never enabled: #GP(0), and nothing is delivered', async () => {
    const moves = await world();
    await serve(moves, { claim: true });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });

    const { body } = await moves.access({ kind: 'write', gpa: '0x8010', data: '0x2a' });

    expect(body).toMatchObject({ outcome: 'injected', exception: { vector: 13, error: 0 } });
    expect((await moves.exchange(0)).body.ioreqs).toEqual([]);
  });

  it('36: the owner of gfn-based pages disabled again: #GP(0)', async () => {
    const moves = await world();
    await serve(moves, { claim: true, enable: true });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });
    await moves.state({ id: 0, enabled: 0 });

    const { body } = await moves.access({ kind: 'write', gpa: '0x8010', data: '0x2a' });

    expect(body).toMatchObject({ outcome: 'injected', exception: { vector: 13, error: 0 } });
  });

  it('36: the owner without a page: a real host would panic, and nothing has changed', async () => {
    const moves = await world();
    await moves.create({ handle_bufioreq: 0 });
    await moves.map({ id: 0, ...CLAIM });
    await moves.setType({ mem_type: 4, first_pfn: 8, nr: 1 });

    const { status, body } = await moves.access({ kind: 'write', gpa: '0x8010', data: '0x2a' });

    expect([status, body.outcome]).toEqual([200, 'host_panic']);
    expect((await moves.access({ kind: 'read', gpa: '0x8010' })).body.data).toBe('0x0');
  });
});

describe('the vectors of servers and ranges', () => {
  it('20: [a,b], [b+1,c], then all of [a,c] away: 0 each time, and one range in between', async () => {
    const moves = await world();
    await serve(moves);

    expect(verdictOf(await moves.range({ id: 0, type: 0, start: 0, end: 3 }))).toBe('ok');
    expect(verdictOf(await moves.range({ id: 0, type: 0, start: 4, end: 7 }))).toBe('ok');
    expect((await moves.get('/domains/1/ioreq-servers/0')).body.ranges.port).toHaveLength(1);
    expect(verdictOf(await moves.unrange({ id: 0, type: 0, start: 0, end: 7 }))).toBe('ok');
  });

  it('21: 257 separate ranges: ENOMEM for the last', async () => {
    const moves = await world();
    await serve(moves);
    const ranges = Array.from({ length: 257 }, (_, n) => ({
      id: 0,
      type: 2,
      start: 2 * n,
      end: 2 * n,
    }));

    const verdicts = [];
    for (const range of ranges) verdicts.push(verdictOf(await moves.range(range)));

    expect(verdicts.slice(0, 256)).toEqual(Array(256).fill('ok'));
    expect(verdicts[256]).toBe('ENOMEM');
  });

  it('23: a dm_op on oneself: EPERM; on DOMID_SELF: ESRCH', async () => {
    const { create } = await world();

    expect(verdictOf(await create({ handle_bufioreq: 0 }, { domid: 0 }))).toBe('EPERM');
    expect(verdictOf(await create({ handle_bufioreq: 0 }, { caller: 1 }))).toBe('EPERM');
    expect(verdictOf(await create({ handle_bufioreq: 0 }, { domid: 0x7ff0 }))).toBe('ESRCH');
  });

  it('24: an unknown operation: EOPNOTSUPP, as an HVMOP ENOSYS', async () => {
    const { post } = await world();

    expect(verdictOf(await post('/domains/1/dmop/99', {}))).toBe('EOPNOTSUPP');
    expect(verdictOf(await post('/domains/1/hvmop/99', {}))).toBe('ENOSYS');
  });

  it('27: the ninth server: ENOSPC; in 4.9 what the pool of pages allows, then ENOMEM', async () => {
    const { create } = await world();
    const { create: createThen } = await world({ profile: '4.9' });

    const verdicts = [];
    for (let n = 0; n < 9; n++)
      verdicts.push([
        verdictOf(await create({ handle_bufioreq: 0 })),
        verdictOf(await createThen({ handle_bufioreq: 0 })),
      ]);

    expect(verdicts.slice(0, 8)).toEqual(Array(8).fill(['ok', 'ok']));
    expect(verdicts[8]).toEqual(['ENOSPC', 'ENOMEM']);
  });
});
