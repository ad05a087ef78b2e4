import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  const typeOf = async (gfn: string) => (await get(`/domains/1/p2m/${gfn}`)).body.type;
  const relocate = (body: object) =>
    post('/domains/1/dmop/relocate_memory', {
      src_gfn: '0x100',
      dst_gfn: '0x2000',
      size: 1,
      ...body,
    });
  return { relocate, typeOf };
}

describe('relocate_memory', () => {
  it('does move pages, and takes the low 16 bits of their number', async () => {
    const { relocate, typeOf } = await setup();

    expect((await relocate({ size: 0x10002 })).body).toEqual({
      rc: 0,
      size: 0x10000,
      src_gfn: '0x102',
      dst_gfn: '0x2002',
    });

    expect(await Promise.all(['0x100', '0x101', '0x102'].map(typeOf))).toEqual([
      'mmio_dm',
      'mmio_dm',
      'ram_rw',
    ]);
    expect(await Promise.all(['0x2001', '0x2002'].map(typeOf))).toEqual(['ram_rw', 'mmio_dm']);
  });

  it('does nothing about no page', async () => {
    const { relocate } = await setup();

    expect((await relocate({ src_gfn: '0x900000', size: 0x20000 })).body).toEqual({ rc: 0 });
  });

  it('gives way, and goes on with what is left', async () => {
    const { relocate } = await setup();

    const { body } = await relocate({ size: 3, preempt: { after_batches: 1 } });
    const { rc, errno, ...rest } = body;
    expect([rc, errno, rest]).toEqual([
      -85,
      'ERESTART',
      { size: 2, src_gfn: '0x101', dst_gfn: '0x2001' },
    ]);
    expect((await relocate(rest)).body).toEqual({ rc: 0 });
  });

  // prettier-ignore
  it.each([
    ['a set pad before all',       { pad: 1, dst_gfn: '0xffffffffffffffff' },                 'EINVAL'],
    ['no gfn, even of no page',    { dst_gfn: '0xffffffffffffffff', size: 0 },                'EINVAL'],
    ['a hole',                     { src_gfn: '0x3000' },                                     'EINVAL'],
    ['a place beyond all tables',  { dst_gfn: '0x10000000000' },                              'ENOENT'],
    ['a run that wraps',           { dst_gfn: '0xfffffffffffff000', size: 0x2000 },           'EOVERFLOW'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { relocate } = await setup();

    expect(verdictOf(await relocate(body))).toBe(errno);
  });

  it('4.22 answers EACCES for what is not ordinary RAM', async () => {
    const { relocate } = await setup({ profile: '4.22' });

    expect(verdictOf(await relocate({ src_gfn: '0x3000' }))).toBe('EACCES');
  });

  it('does not let in a size of 33 bits', async () => {
    const { relocate } = await setup();

    expect((await relocate({ size: 2 ** 32 })).status).toBe(400);
  });
});
