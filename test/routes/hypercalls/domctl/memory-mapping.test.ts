import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

const APERTURE = '0xd0000';

async function setup(profile = '4.17') {
  const { post, get, createDomain } = await api();
  await createDomain({ profile, paused: false });
  await createDomain({ target: 1 });
  const permit = (domid: number) =>
    post(`/domains/${domid}/domctl/iomem_permission`, {
      first_mfn: APERTURE,
      nr_mfns: '0x400',
      allow_access: 1,
    });
  const map = (body: object, caller = 0, domid = 1) =>
    post(
      `/domains/${domid}/domctl/memory_mapping`,
      { first_gfn: '0xc0000', first_mfn: APERTURE, nr_mfns: '0x400', add_mapping: 1, ...body },
      { 'xen-caller-domid': String(caller) },
    );
  return { post, get, permit, map };
}

describe('memory_mapping', () => {
  it('does map the aperture of a GPU, which the guest then reaches without an exit', async () => {
    const { post, get, permit, map } = await setup();
    await permit(1);

    expect((await map({})).body).toEqual({ rc: 0, done: '0x400' });

    const entry = (await get('/domains/1/ept/0xc0005')).body;
    expect(JSON.stringify(entry)).toContain('mmio_direct');
    const access = async (body: object) =>
      (await post('/domains/1/guest-access', { gpa: '0xc0005008', size: 4, ...body })).body;
    expect((await access({ kind: 'write', data: '0xc0ffee' })).outcome).toBe('completed');
    expect((await access({ kind: 'read' })).data).toBe('0xc0ffee');
  });

  it('does as much as one call does, and goes on where it is told to', async () => {
    const { permit, map } = await setup('4.9');
    await permit(1);

    expect((await map({ nr_mfns: 100 })).body).toEqual({ rc: 0, done: '0x40' });
    expect((await map({ first_gfn: '0xc0040', first_mfn: '0xd0040', nr_mfns: 36 })).body).toEqual({
      rc: 0,
      done: '0x24',
    });
  });

  it('does take a mapping away', async () => {
    const { get, permit, map } = await setup();
    await permit(1);
    await map({});

    expect((await map({ add_mapping: 0 })).body).toEqual({ rc: 0, done: '0x400' });
    expect(JSON.stringify((await get('/domains/1/ept/0xc0005')).body)).not.toContain('mmio_direct');
  });

  it('lets in a device model that may have the frames itself', async () => {
    const { permit, map } = await setup();
    await permit(1);
    expect(verdictOf(await map({}, 2))).toBe('EPERM');

    await permit(2);
    expect(verdictOf(await map({}, 2))).toBe('ok');
  });

  // prettier-ignore
  it.each([
    ['no domain',                        '4.17', {},                                 0, 9, 'ESRCH'],
    ['the domain itself',                '4.17', {},                                 1, 1, 'EPERM'],
    ['frames that the domain may not have', '4.17', { first_mfn: '0xf0000' },        0, 1, 'EPERM'],
    ['frames beyond the machine',        '4.17', { first_mfn: '0x10000000000' },     0, 1, 'EINVAL'],
    ['gfns that wrap',                   '4.17', { first_gfn: '0xffffffffffffffff' }, 0, 1, 'EINVAL'],
    ['gfns that no table has',           '4.17', { first_gfn: '0x1000000000' },      0, 1, 'EINVAL'],
    ['no mapping to be taken away',      '4.17', { add_mapping: 0 },                 0, 1, 'EINVAL'],
    ['a stranger with none, first',      '4.17', { nr_mfns: 0 },                     1, 1, 'EINVAL'],
    ['a stranger with none, last',       '4.9',  { nr_mfns: 0 },                     1, 1, 'EPERM'],
  ] as const)('answers errno for %s on %s', async (_, profile, body, caller, domid, errno) => {
    const { permit, map } = await setup(profile);
    await permit(1);

    expect(verdictOf(await map(body, caller, domid))).toBe(errno);
  });

  it('does not let in a negative number', async () => {
    const { map } = await setup();

    expect((await map({ nr_mfns: -1 })).status).toBe(400);
  });
});
