import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  const dmop = (op: string, body: object) => post(`/domains/1/dmop/${op}`, body);
  await dmop('create_ioreq_server', { handle_bufioreq: 1 });
  return { get, dmop };
}

describe('GET /domains/{domid}/ioreq-servers', () => {
  it('lists the servers in the order in which they are asked', async () => {
    const { get, dmop } = await setup();
    await dmop('create_ioreq_server', { handle_bufioreq: 0 });

    const { body } = await get('/domains/1/ioreq-servers');

    expect(body.ioreq_servers.map(({ id }: { id: number }) => id)).toEqual([1, 0]);
  });
});

describe('GET /domains/{domid}/ioreq-servers/{id}', () => {
  it('shows ranges, pages, ports and what the server owns', async () => {
    const { get, dmop } = await setup();
    await dmop('get_ioreq_server_info', { id: 0 });
    await dmop('map_io_range_to_ioreq_server', { id: 0, type: 2, start: '0x10', end: '0x17' });
    await dmop('map_mem_type', { id: 0, type: 4, flags: 2 });
    await dmop('set_ioreq_server_state', { id: 0, enabled: 1 });

    expect((await get('/domains/1/ioreq-servers/0')).body).toEqual({
      id: 0,
      emulator: 0,
      enabled: true,
      handle_bufioreq: 'legacy',
      ranges: { port: [], memory: [], pci: [{ start: '0x10', end: '0x17' }] },
      owns_ioreq_server_pages: true,
      pages: 'gfn',
      ioreq_gfn: '0xfeff0',
      bufioreq_gfn: '0xfeff1',
      ports: [1],
      bufioreq_port: 2,
      pending: [],
    });
  });

  it('answers errno ESRCH for no domain, ENOENT for no server', async () => {
    const { get } = await setup();

    expect(verdictOf(await get('/domains/9/ioreq-servers'))).toBe('ESRCH');
    expect(verdictOf(await get('/domains/9/ioreq-servers/0'))).toBe('ESRCH');
    expect(verdictOf(await get('/domains/1/ioreq-servers/1'))).toBe('ENOENT');
  });
});
