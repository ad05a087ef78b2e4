import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const READY = 1;
const RESP_READY = 3;
const STATE_AND_TYPE = 30;

/** A domain whose server 0 serves memory at 0xf0000000; dom0 has bound the port of its vcpu. */
async function setup({ handle_bufioreq = 1 } = {}) {
  const tools = await api();
  const { post, getBytes, putBytes, createDomain } = tools;
  await createDomain();
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
  await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
  await post('/domains/0/evtchn/bind_interdomain', { remote_dom: 1, remote_port: 1 });
  const path = '/domains/1/ioreq-servers/0/pages';
  return {
    ...tools,
    read: async (page = 'ioreq') => (await getBytes(`${path}/${page}`)).body as Buffer,
    write: (bytes: Iterable<number>, query = '') => putBytes(`${path}/ioreq${query}`, bytes),
  };
}

describe('/domains/{domid}/ioreq-servers/{id}/pages/{page}', () => {
  it('holds the port of each vcpu in its slot, once the server is enabled', async () => {
    const { read } = await setup();

    const page = await read();

    expect(page).toHaveLength(4096);
    expect(page.readUInt32LE(24)).toBe(1);
    expect(await read('bufioreq')).toEqual(Buffer.alloc(4096));
  });

  it('serves a request as on a real host: slot READY, answer written, event sent', async () => {
    const { read, write, post, get } = await setup();
    const access = { kind: 'read', gpa: '0xf0000010', size: 4 };
    await post('/domains/1/guest-access', access, { prefer: 'respond-async' });

    const page = await read();
    expect(page.readBigUInt64LE(0)).toBe(0xf000_0010n);
    expect([page.readUInt32LE(20), page[STATE_AND_TYPE]! & 0b1111, page[31]]).toEqual([
      4,
      READY,
      1,
    ]);

    const answer = Buffer.from(page.subarray(0, 32));
    answer.writeBigUInt64LE(0xcafen, 8);
    answer[STATE_AND_TYPE] = (answer[STATE_AND_TYPE]! & ~0b1111) | RESP_READY;
    expect((await write(answer)).status).toBe(204);
    expect((await get('/domains/1/guest-access/1')).body.outcome).toBe('pending');

    await post('/domains/0/evtchn/send', { port: 1 });
    expect((await get('/domains/1/guest-access/1')).body).toMatchObject({
      outcome: 'completed',
      data: '0xcafe',
    });
  });

  it('is written from where the client says', async () => {
    const { read, write } = await setup();

    await write([1, 2], '?offset=4094');

    expect([...(await read()).subarray(4092)]).toEqual([0, 0, 1, 2]);
    expect(verdictOf(await write([1, 2, 3], '?offset=4094'))).toBe('EINVAL');
  });

  it('answers 404 where the server has no such page', async () => {
    const { get, post } = await setup({ handle_bufioreq: 0 });
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });

    for (const path of ['0/pages/bufioreq', '1/pages/ioreq']) {
      const { status, body } = await get(`/domains/1/ioreq-servers/${path}`);
      expect([status, body.type]).toEqual([404, 'urn:fakexen:problem:no-such-page']);
    }
  });

  it('answers ESRCH for no domain, ENOENT for no server', async () => {
    const { get } = await setup();

    expect(verdictOf(await get('/domains/9/ioreq-servers/0/pages/ioreq'))).toBe('ESRCH');
    expect(verdictOf(await get('/domains/1/ioreq-servers/7/pages/ioreq'))).toBe('ENOENT');
  });

  it('does not let in another page or an offset beyond it', async () => {
    const { get, write } = await setup();

    expect((await get('/domains/1/ioreq-servers/0/pages/vmtrace')).status).toBe(400);
    expect((await write([1], '?offset=4096')).status).toBe(400);
  });
});
