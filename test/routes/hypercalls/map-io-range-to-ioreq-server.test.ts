import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  await post('/domains/1/hvmop/create_ioreq_server', { handle_bufioreq: 0 });
  const path = 'map_io_range_to_ioreq_server';
  return {
    post,
    hvmop: (body: object) => post(`/domains/1/hvmop/${path}`, body),
    dmop: (body: object, caller = 0) =>
      post(`/domains/1/dmop/${path}`, body, { 'xen-caller-domid': String(caller) }),
    ranges: async () => (await get('/domains/1/ioreq-servers/0')).body.ranges,
  };
}

describe('map_io_range_to_ioreq_server', () => {
  it('does keep ports, memory and PCI functions apart', async () => {
    const { hvmop, ranges } = await setup();
    const range = { id: 0, start: '0x10', end: '0x1f' };

    for (const type of ['port', 1, 'pci'])
      expect((await hvmop({ ...range, type })).body).toEqual({ rc: 0 });

    const one = [{ start: '0x10', end: '0x1f' }];
    expect(await ranges()).toEqual({ port: one, memory: one, pci: one });
  });

  it('does make one range of neighbours, up to the last address of 64 bits', async () => {
    const { dmop, ranges } = await setup();

    await dmop({ id: 0, type: 'memory', start: '0xfffffffffffff000', end: '0xfffffffffffffffe' });
    await dmop({ id: 0, type: 'memory', start: '0xffffffffffffffff', end: '0xffffffffffffffff' });

    expect((await ranges()).memory).toEqual([
      { start: '0xfffffffffffff000', end: '0xffffffffffffffff' },
    ]);
  });

  // prettier-ignore
  it.each([
    ['a pad',                   { id: 9, type: 9, start: 2, end: 1, pad: 1 }, 'EINVAL'],
    ['a range that runs back',  { id: 9, type: 9, start: 2, end: 1 },         'EINVAL'],
    ['an id that is not used',  { id: 9, type: 9, start: 1, end: 2 },         'ENOENT'],
    ['a type that there is not', { id: 0, type: 3, start: 1, end: 2 },        'EINVAL'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { dmop } = await setup();

    expect(verdictOf(await dmop(body))).toBe(errno);
  });

  it('answers errno EPERM to a device model that is not the emulator, before it looks at the type', async () => {
    const { dmop, post } = await setup();
    await post('/domains', { memory_mib: 4, target: 1 });

    expect(verdictOf(await dmop({ id: 9, type: 9, start: 1, end: 2 }, 2))).toBe('ENOENT');
    expect(verdictOf(await dmop({ id: 0, type: 9, start: 1, end: 2 }, 2))).toBe('EPERM');
  });

  it('answers errno EEXIST for what the server has already, in part or whole', async () => {
    const { dmop } = await setup();
    await dmop({ id: 0, type: 0, start: 0x10, end: 0x1f });

    expect(verdictOf(await dmop({ id: 0, type: 0, start: 0x1f, end: 0x2f }))).toBe('EEXIST');
    expect(verdictOf(await dmop({ id: 0, type: 1, start: 0x1f, end: 0x2f }))).toBe('ok');
  });

  it('answers errno ENOMEM for the 257th separate range', async () => {
    const { dmop } = await setup();
    for (let n = 0; n < 256; n++) await dmop({ id: 0, type: 0, start: 2 * n, end: 2 * n });

    expect(verdictOf(await dmop({ id: 0, type: 0, start: 1024, end: 1024 }))).toBe('ENOMEM');
    expect(verdictOf(await dmop({ id: 0, type: 0, start: 511, end: 511 }))).toBe('ok');
  });

  it.each([
    ['a type that no range has', { id: 0, type: 'isa', start: 0, end: 0 }],
    ['more than 64 bits', { id: 0, type: 0, start: '0x10000000000000000', end: '0x0' }],
    ['a number that no double holds', { id: 0, type: 0, start: 2 ** 53, end: 2 ** 53 }],
    ['a range without an end', { id: 0, type: 0, start: 0 }],
  ])('does not let in %s', async (_, body) => {
    const { hvmop } = await setup();

    expect((await hvmop(body)).status).toBe(400);
  });
});
