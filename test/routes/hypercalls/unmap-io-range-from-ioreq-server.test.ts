import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  await post('/domains/1/hvmop/create_ioreq_server', { handle_bufioreq: 0 });
  const call =
    (name: string) =>
    (body: object, caller = 0) =>
      post(`/domains/1/dmop/${name}`, body, { 'xen-caller-domid': String(caller) });
  return {
    post,
    map: call('map_io_range_to_ioreq_server'),
    unmap: call('unmap_io_range_from_ioreq_server'),
    ports: async () => (await get('/domains/1/ioreq-servers/0')).body.ranges.port,
  };
}

const ports = (start: number, end: number) => ({ id: 0, type: 'port', start, end });

describe('unmap_io_range_from_ioreq_server', () => {
  it('does take away all of a range, or a piece out of its middle', async () => {
    const { map, unmap, ports: left } = await setup();
    await map(ports(0, 9));

    expect((await unmap(ports(3, 5))).body).toEqual({ rc: 0 });
    expect(await left()).toEqual([
      { start: '0x0', end: '0x2' },
      { start: '0x6', end: '0x9' },
    ]);
    await unmap(ports(0, 2));
    expect(await left()).toEqual([{ start: '0x6', end: '0x9' }]);
  });

  // prettier-ignore
  it.each([
    ['a pad',                    { id: 9, type: 9, start: 2, end: 1, pad: 1 }, 'EINVAL'],
    ['a range that runs back',   { id: 9, type: 9, start: 2, end: 1 },         'EINVAL'],
    ['an id that is not used',   { id: 9, type: 9, start: 1, end: 2 },         'ENOENT'],
    ['a type that there is not', { id: 0, type: 3, start: 1, end: 2 },         'EINVAL'],
    ['what is not mapped',       { id: 0, type: 0, start: 1, end: 2 },         'ENOENT'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { unmap } = await setup();

    expect(verdictOf(await unmap(body))).toBe(errno);
  });

  it('answers errno ENOENT for a range that is mapped in part', async () => {
    const { map, unmap, ports: left } = await setup();
    await map(ports(0, 9));

    expect(verdictOf(await unmap(ports(5, 10)))).toBe('ENOENT');
    expect(await left()).toEqual([{ start: '0x0', end: '0x9' }]);
  });

  it('answers errno EPERM to a device model that is not the emulator', async () => {
    const { unmap, post } = await setup();
    await post('/domains', { memory_mib: 4, target: 1 });

    expect(verdictOf(await unmap(ports(0, 9), 2))).toBe('EPERM');
  });

  it('answers errno ENOMEM where the 256th range would be split', async () => {
    const { map, unmap } = await setup();
    for (let n = 0; n < 256; n++) await map(ports(8 * n, 8 * n + 3));

    expect(verdictOf(await unmap(ports(1, 2)))).toBe('ENOMEM');
    expect(verdictOf(await unmap(ports(0, 2)))).toBe('ok');
  });

  it.each([
    ['no type', { id: 0, start: 0, end: 0 }],
    ['an end as decimal text', { id: 0, type: 0, start: 0, end: '9' }],
  ])('does not let in %s', async (_, body) => {
    const { unmap } = await setup();

    expect((await unmap(body)).status).toBe(400);
  });
});
