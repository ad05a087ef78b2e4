import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const CLAIM = { id: 0, type: 'ioreq_server', flags: ['write'] };
const DISCLAIM = { id: 0, type: 'ioreq_server', flags: 0 };

/** A domain with `servers` ioreq servers of dom0's. */
async function setup({
  servers = 1,
  ...spec
}: Record<string, unknown> & { servers?: number } = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  for (let id = 0; id < servers; id++)
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  const setMemType = (hvmmem_type: string, first_pfn: string, nr: number) =>
    post('/domains/1/hvmop/set_mem_type', { hvmmem_type, first_pfn, nr });
  return {
    post,
    setMemType,
    map: (body: object, caller = 0) =>
      post('/domains/1/hvmop/map_mem_type', body, { 'xen-caller-domid': String(caller) }),
    typeOf: async (gfn: string) => (await get(`/domains/1/p2m/${gfn}`)).body.type,
    walk: async (gfn: string) => (await get(`/domains/1/ept/${gfn}`)).body,
    entryCount: async () => (await get('/domains/1')).body.entry_count,
    owns: async (id: number) =>
      (await get(`/domains/1/ioreq-servers/${id}`)).body.owns_ioreq_server_pages,
  };
}

describe('map_mem_type_to_ioreq_server', () => {
  it.each([
    'hvmop/map_mem_type',
    'hvmop/map_mem_type_to_ioreq_server',
    'dmop/map_mem_type',
    'dmop/map_mem_type_to_ioreq_server',
  ])('does claim the type for a server, enabled or not, as %s', async (path) => {
    const { post, owns } = await setup();

    expect((await post(`/domains/1/${path}`, CLAIM)).body).toEqual({ rc: 0 });
    expect(await owns(0)).toBe(true);
  });

  it('does turn what is left into ram_rw before a disclaim returns', async () => {
    const { map, setMemType, typeOf, entryCount, owns } = await setup();
    await map(CLAIM);
    await setMemType('ioreq_server', '0x100', 700);
    expect(await entryCount()).toBe(700);

    expect((await map(DISCLAIM)).body).toEqual({ rc: 0 });

    expect([await owns(0), await entryCount()]).toEqual([false, 0]);
    expect([await typeOf('0x100'), await typeOf('0x3bb')]).toEqual(['ram_rw', 'ram_rw']);
    expect(verdictOf(await map(CLAIM))).toBe('ok');
  });

  it('does stop a disclaim after the batches that preempt allows, and go on from opaque', async () => {
    const { map, setMemType, typeOf, walk, entryCount } = await setup();
    await map(CLAIM);
    await setMemType('ioreq_server', '0x100', 700);

    const stopped = await map({ ...DISCLAIM, preempt: { after_batches: 2 } });

    expect(stopped.body).toEqual({ rc: -85, errno: 'ERESTART', opaque: '0x200' });
    expect(await typeOf('0x300')).toBe('ram_rw');
    const { outcome, levels } = await walk('0x300');
    expect([outcome, levels.some(({ recalc }: { recalc: boolean }) => recalc)]).toEqual([
      'misconfig',
      true,
    ]);
    expect(await entryCount()).toBeGreaterThan(0);
    expect(verdictOf(await map(CLAIM))).toBe('EBUSY');

    expect((await map({ ...DISCLAIM, opaque: stopped.body.opaque })).body).toEqual({ rc: 0 });
    expect(await entryCount()).toBe(0);
    expect(verdictOf(await map(CLAIM))).toBe('ok');
  });

  // prettier-ignore
  it.each([
    ['type ram_rw',                { id: 9, type: 0, flags: 9 },              'EINVAL'],
    ['type 5',                     { id: 9, type: 5, flags: 2 },              'EINVAL'],
    ['reading as well',            { id: 9, type: 4, flags: ['read', 'write'] }, 'EINVAL'],
    ['reading alone',              { id: 9, type: 4, flags: 1 },              'EINVAL'],
    ['an id that is not used',     { id: 9, type: 4, flags: 2 },              'ENOENT'],
    ['a disclaim of nothing',      DISCLAIM,                                  'EINVAL'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { map } = await setup();

    expect(verdictOf(await map(body))).toBe(errno);
  });

  it('answers errno EOPNOTSUPP without HAP before anything else', async () => {
    const { map } = await setup({ hap: false, profile: '4.22' });

    expect(verdictOf(await map({ id: 9, type: 9, flags: 9 }))).toBe('EOPNOTSUPP');
  });

  it('answers errno EPERM to a device model that is not the emulator, after ENOENT', async () => {
    const { map, post } = await setup();
    await post('/domains', { memory_mib: 4, target: 1 });

    expect(verdictOf(await map({ ...CLAIM, id: 9 }, 2))).toBe('ENOENT');
    expect(verdictOf(await map(CLAIM, 2))).toBe('EPERM');
  });

  it('answers errno EBUSY while a server owns the type, be it the same one', async () => {
    const { map } = await setup({ servers: 2 });
    await map(CLAIM);

    expect(verdictOf(await map(CLAIM))).toBe('EBUSY');
    expect(verdictOf(await map({ ...CLAIM, id: 1 }))).toBe('EBUSY');
    expect(verdictOf(await map({ ...DISCLAIM, id: 1 }))).toBe('EINVAL');
  });

  it.each([
    ['a flag without a meaning by name', { ...CLAIM, flags: ['exec'] }],
    ['a type of more than 16 bits', { ...CLAIM, type: 65536 }],
    ['no flags', { id: 0, type: 4 }],
  ])('does not let in %s', async (_, body) => {
    const { map } = await setup();

    expect((await map(body)).status).toBe(400);
  });
});
