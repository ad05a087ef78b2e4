import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup(spec = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  const add = (body: object, caller = 0) =>
    post(
      '/domains/1/memory/add_to_physmap',
      { gpfn: '0x2000', ...body },
      { 'xen-caller-domid': String(caller) },
    );
  const typeOf = async (gfn: string) => (await get(`/domains/1/p2m/${gfn}`)).body.type;
  return { add, typeOf };
}

describe('add_to_physmap', () => {
  it.each([
    ['the shared info', { space: 'shared_info' }],
    ['a grant frame', { space: 'grant_table', idx: '0x3' }],
    ['a page of its own', { space: 'gmfn', idx: '0x100', size: 7 }],
  ])('does put %s at a gfn', async (_, body) => {
    const { add, typeOf } = await setup();

    expect((await add(body, 1)).body).toEqual({ rc: 0 });

    expect(await typeOf('0x2000')).toBe('ram_rw');
  });

  it('does move a range, giving way if asked to', async () => {
    const { add, typeOf } = await setup();
    const range = { space: 'gmfn_range', idx: '0x100', size: 3, preempt: { after_batches: 2 } };

    const { body } = await add(range);
    expect(body).toEqual({ rc: -85, errno: 'ERESTART', idx: '0x102', gpfn: '0x2002', size: 1 });
    expect((await add({ space: 3, idx: body.idx, gpfn: body.gpfn, size: body.size })).body).toEqual(
      { rc: 0 },
    );

    expect([await typeOf('0x102'), await typeOf('0x2002')]).toEqual(['mmio_dm', 'ram_rw']);
  });

  // prettier-ignore
  it.each([
    ['a page of another domain',  { space: 'gmfn_foreign', gpfn: '0xffffffffffffffff' },  'ENOSYS'],
    ['device memory',             { space: 'dev_mmio', gpfn: '0xffffffffffffffff' },      'EACCES'],
    ['no gfn',                    { space: 'gmfn', gpfn: '0xffffffffffffffff' },          'EINVAL'],
    ['no such space',             { space: 6 },                                           'EINVAL'],
    ['a second shared info',      { space: 'shared_info', idx: 1 },                       'EINVAL'],
    ['a hole',                    { space: 'gmfn', idx: '0x3000' },                       'EINVAL'],
    ['a place beyond all tables', { space: 'shared_info', gpfn: '0x10000000000' },        'ENOENT'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { add } = await setup();

    expect(verdictOf(await add(body))).toBe(errno);
  });

  it('answers errno EINVAL beyond the grant frames that the domain may have', async () => {
    const { add } = await setup({ max_grant_frames: 4 });

    expect(verdictOf(await add({ space: 'grant_table', idx: 4 }))).toBe('EINVAL');
  });

  it('does not let in a space without a name', async () => {
    const { add } = await setup();

    expect((await add({ space: 'ram' })).status).toBe(400);
  });
});
