import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

describe('destroydomain', () => {
  it('does destroy a domain that nobody has mapped at once', async () => {
    const { post, createDomain } = await api();
    await createDomain();
    const destroy = (domid: number) => post(`/domains/${domid}/domctl/destroydomain`, {});

    expect((await destroy(1)).body).toEqual({ rc: 0 });
    expect(verdictOf(await destroy(1))).toBe('ESRCH');
    expect(verdictOf(await destroy(0))).toBe('EINVAL');
    expect(verdictOf(await destroy(0x7ff0))).toBe('ESRCH');
  });

  it('leaves one that somebody has mapped dying, until that is let go of', async () => {
    const { post, delete: del, createDomain } = await api();
    await createDomain();
    const { body } = await post('/domains/1/mappings', { first_gfn: '0x100', nr: 3 });

    await post('/domains/1/domctl/destroydomain', {});
    expect((await post('/domains/1/domctl/destroydomain', {})).body).toEqual({ rc: 0 });
    expect((await post('/domains/1/domctl/getdomaininfo', {})).body).toMatchObject({
      flags: 0xffff_0103,
      tot_pages: '0x3',
    });
    expect(
      verdictOf(await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 })),
    ).toBe('EINVAL');
    expect((await post('/domains/1/hvmop/get_mem_type', { pfn: '0x100' })).body).toMatchObject({
      mem_type: 'mmio_dm',
    });

    await del(`/domains/1/mappings/${body.id}`);
    expect(verdictOf(await post('/domains/1/domctl/getdomaininfo', {}))).toBe('ESRCH');
  });
});
