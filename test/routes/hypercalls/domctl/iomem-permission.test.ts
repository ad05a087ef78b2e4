import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup(profile = '4.17') {
  const { post, createDomain } = await api();
  await createDomain({ profile });
  await createDomain({ target: 1 });
  return {
    post,
    permit: (first_mfn: unknown, nr_mfns: unknown, allow_access: unknown, caller = 0, domid = 1) =>
      post(
        `/domains/${domid}/domctl/iomem_permission`,
        { first_mfn, nr_mfns, allow_access },
        { 'xen-caller-domid': String(caller) },
      ),
  };
}

describe('iomem_permission', () => {
  it('does allow frames of a device, and forbids them again', async () => {
    const { post, permit } = await setup();
    const map = async () =>
      verdictOf(
        await post('/domains/1/domctl/memory_mapping', {
          first_gfn: '0xc0000',
          first_mfn: '0xfd000',
          nr_mfns: 1,
          add_mapping: 1,
        }),
      );
    expect(await map()).toBe('EPERM');

    expect((await permit('0xfd000', '0x10', 1)).body).toEqual({ rc: 0 });
    expect(await map()).toBe('ok');

    expect((await permit('0xfd000', '0x10', 0)).body).toEqual({ rc: 0 });
    expect(await map()).toBe('EPERM');
  });

  // prettier-ignore
  it.each([
    ['no domain',                    '4.17', '0x1',                1, 0, 9, 'ESRCH'],
    ['a device model',               '4.17', '0x1',                1, 2, 1, 'EPERM'],
    ['the domain itself',            '4.17', '0x1',                1, 1, 1, 'EPERM'],
    ['frames that wrap',             '4.17', '0xffffffffffffffff', 2, 0, 1, 'EINVAL'],
    ['an I/O APIC',                  '4.17', '0xfec00',            1, 0, 1, 'EPERM'],
    ['a stranger with none, first',  '4.17', '0x1',                0, 2, 1, 'EINVAL'],
    ['a stranger with none, last',   '4.9',  '0x1',                0, 2, 1, 'EPERM'],
    ['none',                         '4.9',  '0x1',                0, 0, 1, 'EINVAL'],
  ] as const)('answers errno for %s on %s', async (_, profile, first, nr, caller, domid, errno) => {
    const { permit } = await setup(profile);

    expect(verdictOf(await permit(first, nr, 1, caller, domid))).toBe(errno);
  });

  it('does not let in more than 8 bits, nor more than 64', async () => {
    const { permit } = await setup();

    expect((await permit('0x1', 1, 256)).status).toBe(400);
    expect((await permit('0x10000000000000000', 1, 1)).status).toBe(400);
  });
});
