import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const NOW = { prefer: 'respond-async' };

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  const dmop = (op: string, body: object) => post(`/domains/1/dmop/${op}`, body);
  await dmop('create_ioreq_server', { handle_bufioreq: 0 });
  await dmop('get_ioreq_server_info', { id: 0 });
  await dmop('set_ioreq_server_state', { id: 0, enabled: 1 });
  const ask = async (query: string) => (await get(`/domains/1/ioreq-server-select?${query}`)).body;
  return { get, post, dmop, ask };
}

describe('GET /domains/{domid}/ioreq-server-select', () => {
  it('names the owner of a claimed page for writes, and the page itself for reads', async () => {
    const { dmop, ask } = await setup();
    await dmop('map_mem_type', { id: 0, type: 'ioreq_server', flags: 2 });
    await dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: '0x100', nr: 1 });

    expect(await ask('addr=0x100008')).toEqual({
      type: 'memory',
      addr: '0x100008',
      size: 4,
      dir: 'write',
      gets: 'ioreq_server',
      ioservid: 0,
      emulator: 0,
      p2mt: 'ioreq_server',
      guest_sees: 'answer',
      why: 'gfn 0x100 is ioreq_server, and ioreq server 0 has claimed the writes to that type',
      passed_over: [],
    });
    expect(await ask('addr=0x100008&dir=read')).toMatchObject({ gets: 'page', guest_sees: 'page' });
  });

  it('is what the access then meets, and has changed nothing', async () => {
    const { dmop, ask, get, post } = await setup();
    await dmop('map_io_range_to_ioreq_server', {
      id: 0,
      type: 'memory',
      start: '0x4000000',
      end: '0x4000fff',
    });
    const before = (await get('/journal')).body.entries.length;

    expect(await ask('addr=0x4000010&dir=read')).toMatchObject({
      gets: 'ioreq_server',
      ioservid: 0,
    });
    expect(await ask('addr=0x4001000&dir=read')).toMatchObject({
      gets: 'nobody',
      guest_sees: 'all_ones',
      why: 'gfn 0x4001 is mmio_dm, and no enabled ioreq server has all of it in its ranges',
    });
    expect((await get('/journal')).body.entries).toHaveLength(before);
    const access = { vcpu: 0, kind: 'read', gpa: '0x4000010', size: 4 };
    const { body } = await post('/domains/1/guest-access', access, NOW);
    expect(body).toMatchObject({ outcome: 'pending', ioreqs: [{ ioservid: 0 }] });
  });

  it('names a device of Xen, and the servers that it keeps from being asked', async () => {
    const { dmop, ask } = await setup();
    const range = { id: 0, type: 'port', start: 0x20, end: 0x21 };
    await dmop('map_io_range_to_ioreq_server', range);

    expect(await ask('type=port&addr=0x20&size=1')).toMatchObject({
      gets: 'xen',
      device: 'vpic',
      passed_over: [{ ioservid: 0, because: 'not_asked' }],
    });
  });

  it('answers errno ESRCH for no domain, EINVAL for no port, and 400 for another size', async () => {
    const { get } = await setup();
    const at = (domid: number, query: string) =>
      get(`/domains/${domid}/ioreq-server-select?${query}`);

    expect(verdictOf(await at(9, 'addr=0'))).toBe('ESRCH');
    expect(verdictOf(await at(1, 'type=port&addr=0x10000'))).toBe('EINVAL');
    expect((await at(1, 'addr=0&size=3')).status).toBe(400);
    expect((await at(1, 'type=port')).status).toBe(400);
  });
});
