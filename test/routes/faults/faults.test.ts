import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

const small = {
  memory: [{ first_gfn: 0, nr: 1024, order: 0 }],
  special_pages: false,
  paused: false,
};

async function service() {
  const all = await api();
  await all.createDomain(small);
  await all.post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  const type = (mem_type: string, nr = 1) => ({ mem_type, first_pfn: 0, nr });
  return { ...all, type };
}

describe('/faults', () => {
  it('refuses by JSON and in a multicall, as often as it is to', async () => {
    const { get, post, type } = await service();
    const made = await post('/faults', { op: 'dmop/set_mem_type', errno: 'EAGAIN', count: 2 });
    expect([made.status, made.headers['location']]).toEqual([201, '/faults/1']);

    const refused = await post('/domains/1/dmop/set_mem_type', type('ram_ro'));
    expect([refused.status, refused.body.errno]).toEqual([503, 'EAGAIN']);
    const call = { op: 'dmop/set_mem_type', domid: 1, args: type('ram_ro') };
    const { body } = await post('/multicall', { calls: [call, call] });
    expect(body.results).toMatchObject([{ rc: -11, errno: 'EAGAIN' }, { rc: 0 }]);

    expect((await get('/faults/1')).body).toMatchObject({ met: 2, fired: 2 });
    const { entries } = (await get('/journal?kind=fault,hypercall&op=dmop/set_mem_type')).body;
    expect(entries.map(({ kind, rc }: { kind: string; rc: number }) => [kind, rc])).toEqual([
      ['fault', undefined],
      ['hypercall', -11],
      ['fault', undefined],
      ['hypercall', -11],
      ['hypercall', 0],
    ]);
  });

  it('refuses a call by its buffers', async () => {
    const { app, post } = await service();
    await post('/faults', { op: 'dmop/set_mem_type', errno: 'EAGAIN', count: 1 });
    const struct = new DataView(new ArrayBuffer(8 + 32));
    struct.setUint32(0, 1, true);
    struct.setUint32(4, 32, true);
    struct.setUint32(8, 12, true);
    struct.setUint32(16, 1, true);
    const call = async () => {
      const { rawPayload } = await app.inject({
        method: 'POST',
        url: '/domains/1/dm_op',
        headers: { 'content-type': 'application/octet-stream' },
        payload: Buffer.from(struct.buffer),
      });
      return rawPayload.readInt32LE();
    };
    expect([await call(), await call()]).toEqual([-11, 0]);
  });

  it('has a call give way that nobody asked to', async () => {
    const { post, type } = await service();
    await post('/faults', { op: 'dmop/*', after_batches: 1, count: 1 });
    const { body } = await post('/domains/1/dmop/set_mem_type', type('ram_ro', 1024));
    expect(body).toEqual({ rc: -85, errno: 'ERESTART', first_pfn: '0x100', nr: 768 });
  });

  it('is deaf to a connection, with the call done or not', async () => {
    const { post, get, type } = await service();
    await post('/faults', { op: 'dmop/set_mem_type', drop: 'before', count: 1 });
    await post('/faults', { op: 'dmop/set_mem_type', drop: 'after' });
    const typeNow = async () => (await get('/domains/1/p2m/0x0')).body.type;

    await expect(post('/domains/1/dmop/set_mem_type', type('ram_ro'))).rejects.toThrow();
    expect(await typeNow()).toBe('ram_rw');
    await expect(post('/domains/1/dmop/set_mem_type', type('ram_ro'))).rejects.toThrow();
    expect(await typeNow()).toBe('ram_ro');
  });

  it('goes away, one rule or all, and says of none that there is none', async () => {
    const { get, post, delete: remove } = await service();
    for (const op of ['dmop/*', 'hvmop/*', '*']) await post('/faults', { op, delay_ms: 1 });
    expect((await remove('/faults/2')).status).toBe(204);
    expect((await get('/faults')).body.faults.map(({ id }: { id: number }) => id)).toEqual([1, 3]);
    expect((await remove('/faults')).status).toBe(204);
    expect((await get('/faults')).body).toEqual({ faults: [] });
    for (const gone of [await get('/faults/2'), await remove('/faults/2')])
      expect([gone.status, gone.body.type]).toEqual([404, 'urn:fakexen:problem:no-such-fault']);
  });

  it('names what makes no sense, and changes nothing', async () => {
    const { get, post } = await service();
    const { status, body } = await post('/faults', { op: 'dmop/nothing', errno: 'EAGAIN' });
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/op', detail: 'there is no operation dmop/nothing' }],
    ]);
    expect((await get('/faults')).body).toEqual({ faults: [] });
  });

  it('keeps a request from its device model', async () => {
    const { get, post } = await service();
    const all = { type: 'memory', start: '0x10000000', end: '0x10000fff' };
    await post('/domains/1/memory/acquire_resource', {
      type: 'ioreq_server',
      id: 0,
      frame: 1,
      nr: 1,
    });
    await post('/domains/1/dmop/map_io_range_to_ioreq_server', { id: 0, ...all });
    await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
    await post('/faults', { op: 'exchange', silence_ms: 30, count: 1 });
    await post(
      '/domains/1/guest-access',
      { kind: 'read', gpa: '0x10000000' },
      { prefer: 'respond-async' },
    );

    const exchange = async (body: object) =>
      (await post('/domains/1/ioreq-servers/0/exchange', body)).body.ioreqs.length;
    expect(await exchange({})).toBe(0);
    expect(await exchange({ wait_ms: 2000 })).toBe(1);
    expect((await get('/faults/1')).body.fired).toBe(1);
  });

  it('is of its own host, and goes with a reset', async () => {
    const { get, post, put } = await service();
    await put('/hosts/mine', {});
    await post('/hosts/mine/faults', { op: '*', delay_ms: 1 });
    await put('/hosts/mine/clock', { advance_ns: 7 });
    expect((await get('/faults')).body).toEqual({ faults: [] });
    expect((await get('/hosts/mine/faults')).body.faults).toHaveLength(1);
    expect((await get('/hosts/mine/journal')).body.entries).toMatchObject([
      { kind: 'clock', seq: 1 },
    ]);

    await post('/hosts/mine/reset');
    expect((await get('/hosts/mine/faults')).body).toEqual({ faults: [] });
    expect((await get('/hosts/mine/clock')).body.now).toBe('0x0');
    expect((await get('/hosts/mine/journal')).body.entries).toEqual([]);
  });

  it('is in a snapshot with how far it is, as are the clock and the numbers of the journal', async () => {
    const { get, post, put, type } = await service();
    await post('/faults', { op: 'dmop/*', errno: 'EAGAIN', count: 2 });
    await post('/domains/1/dmop/set_mem_type', type('ram_ro'));
    await put('/clock', { advance_ns: 5 });
    const { next } = (await get('/journal')).body;
    const snapshot = (await get('/snapshot')).body;
    await put('/clock', { advance_ns: 5 });
    await post('/domains/1/dmop/set_mem_type', type('ram_ro'));

    expect((await put('/snapshot', snapshot)).status).toBeLessThan(300);
    expect((await get('/faults/1')).body).toMatchObject({ met: 1, fired: 1 });
    expect((await get('/clock')).body.now).toBe('0x5');
    expect((await get('/snapshot')).body).toEqual(snapshot);
    expect((await post('/domains/1/dmop/set_mem_type', type('ram_ro'))).body.errno).toBe('EAGAIN');
    expect((await get('/journal')).body.entries[0].seq).toBe(Number(next) + 1);
  });
});
