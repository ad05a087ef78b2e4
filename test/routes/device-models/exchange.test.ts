import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const AT_ONCE = { prefer: 'respond-async' };

/** A domain of two vcpus whose server 0 serves memory at 0xf0000000. */
async function setup() {
  const tools = await api();
  const { post, createDomain } = tools;
  await createDomain({ vcpus: 2 });
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
  await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
  return {
    ...tools,
    read: (vcpu: number) =>
      post('/domains/1/guest-access', { vcpu, kind: 'read', gpa: '0xf0000010', size: 4 }, AT_ONCE),
    accessOf: async (id: number) => (await tools.get(`/domains/1/guest-access/${id}`)).body,
    exchange: (body: object = {}) => post('/domains/1/ioreq-servers/0/exchange', body),
  };
}

const NOTHING = { ioreqs: [], bufioreqs: [], stale: [] };

describe('POST …/exchange', () => {
  it('hands out what is pending, in full', async () => {
    const { read, exchange } = await setup();
    await read(0);

    expect((await exchange()).body).toEqual({
      ...NOTHING,
      ioreqs: [
        {
          seq: 1,
          vcpu: 0,
          type: 'copy',
          dir: 'read',
          addr: '0xf0000010',
          data: '0x0',
          size: 4,
          count: 1,
          df: false,
          data_is_ptr: false,
          vp_eport: 1,
          delivery: 1,
        },
      ],
    });
  });

  it('takes the answers before it hands out the next requests', async () => {
    const { read, exchange, accessOf } = await setup();
    await read(0);
    await exchange();

    expect((await exchange({ completions: [{ vcpu: 0, seq: 1, data: '0x5' }] })).body).toEqual(
      NOTHING,
    );
    expect(await accessOf(1)).toMatchObject({ outcome: 'completed', data: '0x5' });
  });

  it('hands out again what nobody has answered, the least handed out first', async () => {
    const { read, exchange } = await setup();
    const shortOf = async (body = {}) =>
      (await exchange(body)).body.ioreqs.map(({ vcpu, seq, delivery }: Record<string, number>) => [
        vcpu,
        seq,
        delivery,
      ]);
    await read(1);
    await exchange();
    await read(0);

    expect(await shortOf({ max: 1 })).toEqual([[0, 2, 1]]);
    expect(await shortOf()).toEqual([
      [1, 1, 2],
      [0, 2, 2],
    ]);
  });

  it('gives back a completion of another request than the pending one, which changes nothing', async () => {
    const { read, exchange, accessOf } = await setup();
    await read(0);

    const { body } = await exchange({
      completions: [{ vcpu: 0, seq: 7, data: '0x5' }, { vcpu: 1 }, { vcpu: 99, seq: 1 }],
      max: 1,
    });

    expect(body.stale).toEqual([{ vcpu: 0, seq: 7 }, { vcpu: 1 }, { vcpu: 99, seq: 1 }]);
    expect(await accessOf(1)).toMatchObject({ outcome: 'pending' });
  });

  it('waits for the first request', async () => {
    const { read, exchange } = await setup();
    const waiting = exchange({ wait_ms: 5000 });
    await delay(50);

    await read(0);

    expect((await waiting).body.ioreqs).toHaveLength(1);
  });

  it('is empty when the wait ends with nothing', async () => {
    const { exchange } = await setup();

    expect((await exchange({ wait_ms: 20 })).body).toEqual(NOTHING);
  });

  it('leaves the requests of a client that has gone to the next', async () => {
    const { app, read, exchange } = await setup();
    const gone = request(app.server)
      .post('/domains/1/ioreq-servers/0/exchange')
      .send({ wait_ms: 5000 });
    gone.end(() => undefined);
    await delay(50);
    gone.abort();
    await delay(50);

    await read(0);

    expect((await exchange()).body.ioreqs).toMatchObject([{ seq: 1, delivery: 1 }]);
  });

  it('hands out nothing from a server that has no page', async () => {
    const { post } = await setup();
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });

    expect((await post('/domains/1/ioreq-servers/1/exchange', {})).body).toEqual(NOTHING);
  });

  it('ends with 410 when the server is destroyed meanwhile', async () => {
    const { post, exchange } = await setup();
    const waiting = exchange({ wait_ms: 5000 });
    await delay(50);

    await post('/domains/1/dmop/destroy_ioreq_server', { id: 0 });

    expect((await waiting).status).toBe(410);
  });

  it('ends with 503 when the service ends meanwhile', async () => {
    const { app, exchange } = await setup();
    const waiting = exchange({ wait_ms: 5000 });
    await delay(50);

    void app.close();

    expect((await waiting).status).toBe(503);
  });

  it('answers errno ESRCH for no domain, ENOENT for no server', async () => {
    const { post } = await setup();

    expect(verdictOf(await post('/domains/9/ioreq-servers/0/exchange', {}))).toBe('ESRCH');
    expect(verdictOf(await post('/domains/1/ioreq-servers/5/exchange', {}))).toBe('ENOENT');
  });

  it.each([
    ['an answer of nobody', { completions: [{ data: '0x0' }] }],
    ['an answer of 65 bits', { completions: [{ vcpu: 0, data: '0x10000000000000000' }] }],
    ['a wait without an end', { wait_ms: 1e9 }],
    ['no requests at all', { max: 0 }],
  ])('does not let in %s', async (_, body) => {
    const { exchange } = await setup();

    expect((await exchange(body)).status).toBe(400);
  });
});
