import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

/** A domain of 4 pages from gfn 0, and if need be a server that has claimed the type. */
async function setup({ claimed = false, ...spec }: Record<string, unknown> = {}) {
  const { post, get, createDomain } = await api();
  await createDomain({ memory: [{ first_gfn: 0, nr: 4 }], special_pages: false, ...spec });
  if (claimed) {
    await post('/domains/1/hvmop/create_ioreq_server', { handle_bufioreq: 0 });
    await post('/domains/1/hvmop/map_mem_type', { id: 0, type: 'ioreq_server', flags: ['write'] });
  }
  return {
    get,
    hvmop: (body: object) => post('/domains/1/hvmop/set_mem_type', body),
    dmop: (body: object) => post('/domains/1/dmop/set_mem_type', body),
    types: async () => (await get('/domains/1/p2m?nr=4')).body.runs,
  };
}

describe('set_mem_type', () => {
  it('does change every page of the run and no other', async () => {
    const { hvmop, types } = await setup();

    const { body } = await hvmop({ first_pfn: '0x1', nr: 2, hvmmem_type: 'ram_ro' });

    expect(body).toEqual({ rc: 0 });
    expect(await types()).toEqual([
      { first_gfn: '0x0', nr: 1, type: 'ram_rw' },
      { first_gfn: '0x1', nr: 2, type: 'ram_ro' },
      { first_gfn: '0x3', nr: 1, type: 'ram_rw' },
    ]);
  });

  it('does the same under the name that the field has as a DMOP', async () => {
    const { dmop, types } = await setup();

    expect((await dmop({ first_pfn: 0, nr: 4, mem_type: 1 })).body).toEqual({ rc: 0 });
    expect(await types()).toEqual([{ first_gfn: '0x0', nr: 4, type: 'ram_ro' }]);
  });

  it('does keep the pages that it changed before the one that refused', async () => {
    const { hvmop, types } = await setup({ claimed: true });
    await hvmop({ first_pfn: '0x2', nr: 1, hvmmem_type: 'ioreq_server' });

    expect(verdictOf(await hvmop({ first_pfn: '0x0', nr: 4, hvmmem_type: 'ram_ro' }))).toBe(
      'EINVAL',
    );
    expect(await types()).toEqual([
      { first_gfn: '0x0', nr: 2, type: 'ram_ro' },
      { first_gfn: '0x2', nr: 1, type: 'ioreq_server' },
      { first_gfn: '0x3', nr: 1, type: 'ram_rw' },
    ]);
  });

  it('does give way after the batches that preempt allows, and go on from there', async () => {
    const { hvmop, get } = await setup({ memory_mib: 8, memory: undefined });
    const body = { first_pfn: '0x100', nr: 600, hvmmem_type: 'ram_ro' };

    const stopped = await hvmop({ ...body, preempt: { after_batches: 1 } });
    expect(stopped.body).toEqual({ rc: -85, errno: 'ERESTART', first_pfn: '0x200', nr: 344 });
    expect((await get('/domains/1/p2m/0x1ff')).body.type).toBe('ram_ro');
    expect((await get('/domains/1/p2m/0x200')).body.type).toBe('ram_rw');

    const { first_pfn, nr } = stopped.body;
    const done = await hvmop({ ...body, first_pfn, nr, preempt: { after_batches: 2 } });
    expect(done.body).toEqual({ rc: 0 });
    expect((await get('/domains/1/p2m/0x357')).body.type).toBe('ram_ro');
    expect((await get('/domains/1/p2m/0x358')).body.type).toBe('ram_rw');
  });

  // prettier-ignore
  it.each([
    // what is asked of the DMOP                                            errno         although
    ['a pad',              { nr: 0, mem_type: 9, pad: 1, first_pfn: 0 },   'EINVAL'],
    ['an empty run',       { nr: 0, mem_type: 9, first_pfn: 0 },           'EINVAL'],
    ['a run past the end', { nr: 2, mem_type: 4, first_pfn: 3 },           'EINVAL'],
    ['a run that wraps',   { nr: 2, mem_type: 0, first_pfn: '0xffffffffffffffff' }, 'EINVAL'],
    ['type 3',             { nr: 1, mem_type: 3, first_pfn: 0 },           'EINVAL'],
    ['type 5',             { nr: 1, mem_type: 5, first_pfn: 0 },           'EINVAL'],
    ['an unclaimed type',  { nr: 1, mem_type: 4, first_pfn: 0 },           'EINVAL'],
  ])('answers errno for %s', async (_, body, expected) => {
    const { dmop } = await setup();

    expect(verdictOf(await dmop(body))).toBe(expected);
  });

  it('answers errno EOPNOTSUPP without HAP, once the run is right', async () => {
    const { dmop } = await setup({ hap: false, profile: '4.22' });

    expect(verdictOf(await dmop({ nr: 0, mem_type: 4, first_pfn: 0 }))).toBe('EINVAL');
    expect(verdictOf(await dmop({ nr: 1, mem_type: 4, first_pfn: 0 }))).toBe('EOPNOTSUPP');
  });

  it.each([
    ['a number as text', { first_pfn: '0x1', nr: '1', hvmmem_type: 'ram_ro' }, '/nr'],
    ['null', { first_pfn: '0x1', nr: null, hvmmem_type: 'ram_ro' }, '/nr'],
    ['more than 32 bits', { first_pfn: '0x1', nr: 2 ** 32, hvmmem_type: 'ram_ro' }, '/nr'],
    ['a name that no type has', { first_pfn: '0x1', nr: 1, hvmmem_type: 'ram' }, '/hvmmem_type'],
    ['the name of the DMOP', { first_pfn: 1, nr: 1, hvmmem_type: 0, mem_type: 0 }, '/mem_type'],
    ['a struct without its run', { nr: 1, hvmmem_type: 0 }, '/first_pfn'],
    [
      'no batches at all',
      { first_pfn: 0, nr: 1, hvmmem_type: 0, preempt: { after_batches: 0 } },
      '/preempt/after_batches',
    ],
  ])('does not let in %s', async (_, body, pointer) => {
    const { hvmop } = await setup();

    const { status, body: problem } = await hvmop(body);

    expect([status, problem.errors[0].pointer]).toEqual([400, pointer]);
  });
});
