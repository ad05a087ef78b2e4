import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post } = await api();
  return {
    post,
    create: (domid: number, body: object = {}) =>
      post(`/domains/${domid}/domctl/createdomain`, body),
  };
}

describe('createdomain', () => {
  it('does create a domain that has nothing yet', async () => {
    const { create, post } = await setup();

    expect((await create(9, { max_vcpus: 2 })).body).toEqual({ rc: 0, domid: 9 });
    expect((await post('/domains/9/domctl/getdomaininfo', {})).body).toMatchObject({
      flags: 0xffff_010a,
      tot_pages: '0x0',
      max_pages: '0x0',
      nr_online_vcpus: 0,
      max_vcpu_id: 0xffff_ffff,
    });
    expect((await post('/domains/9/dmop/nr_vcpus', {})).body).toMatchObject({ vcpus: 2 });

    await post('/domains/9/domctl/max_vcpus', { max: 2 });
    expect((await post('/domains/9/domctl/getdomaininfo', {})).body).toMatchObject({
      nr_online_vcpus: 2,
    });
  });

  it('takes any domid for one that is reserved, up to 4.17', async () => {
    const { create } = await setup();

    expect((await create(0, { profile: '4.17' })).body).toEqual({ rc: 0, domid: 1 });
    expect(verdictOf(await create(0, { profile: '4.22' }))).toBe('EEXIST');
    expect((await create(0x7ff5, { profile: '4.22' })).body).toEqual({ rc: 0, domid: 2 });
  });

  it('answers errno EEXIST for a domid in use', async () => {
    const { create } = await setup();
    await create(9);

    expect(verdictOf(await create(9))).toBe('EEXIST');
  });

  // prettier-ignore
  it.each([
    ['an unknown flag',       { flags: 0x4000_0003 },                          'EINVAL', 'EINVAL'],
    ['an unknown grant bit',  { grant_opts: 17 },                              'EINVAL', 'EINVAL'],
    ['no vcpus',              { max_vcpus: 0 },                                'EINVAL', 'EINVAL'],
    ['HAP without HVM',       { flags: 0x2, emulation_flags: 0 },              'EINVAL', 'EINVAL'],
    ['an IOMMU',              { flags: 0x23 },                                 'EINVAL', 'EINVAL'],
    ['IOMMU options',         { iommu_opts: 1 },                               'EINVAL', 'EINVAL'],
    ['vmtrace',               { vmtrace_size: 4096 },                          'EINVAL', 'EINVAL'],
    ['a vPMU',                { flags: 0x83 },                                 'EINVAL', 'EINVAL'],
    ['too many vcpus',        { max_vcpus: 129 },                              'EINVAL', 'EINVAL'],
    ['S3 integrity',          { flags: 0x7 },                                  'EINVAL', 'EINVAL'],
    ['nested virt',           { flags: 0x43 },                                 'ok',     'EINVAL'],
    ['no grant frames',       { max_grant_frames: 0 },                         'EINVAL', 'EINVAL'],
    ['many grant frames',     { max_grant_frames: 100_000 },                   'EINVAL', 'ok'],
    ['grant version 3',       { grant_opts: 3 },                               'EINVAL', 'EINVAL'],
    ['an unknown emulation',  { emulation_flags: 0x10_03ff },                  'EINVAL', 'EINVAL'],
    ['no emulation',          { emulation_flags: 0 },                          'EOPNOTSUPP', 'EOPNOTSUPP'],
    ['a PIT alone',           { emulation_flags: 0x100 },                      'EOPNOTSUPP', 'EOPNOTSUPP'],
    ['no pirqs',              { emulation_flags: 0x1ff },                      'EOPNOTSUPP', 'ok'],
    ['a PV domain and a PIT', { flags: 0, emulation_flags: 0x100 },            'ok',     'ok'],
    ['HVM without HAP',       { flags: 0x1 },                                  'EOPNOTSUPP', 'ok'],
    ['a cpupool',             { cpupool_id: 9 },                               'ESRCH',  'ESRCH'],
  ])('answers for %s', async (_, body, in417, in422) => {
    const { create } = await setup();

    expect(verdictOf(await create(9, { ...body, profile: '4.17' }))).toBe(in417);
    expect(verdictOf(await create(10, { ...body, profile: '4.22' }))).toBe(in422);
  });
});
