import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, createDomain } = await api();
  await createDomain(spec);
  return (domid: number, caller: number) =>
    post(
      `/domains/${domid}/hvmop/pagetable_dying`,
      { gpa: '0x1000' },
      { 'xen-caller-domid': String(caller) },
    );
}

const [DOM0, GUEST] = [0, 1];

describe('pagetable_dying', () => {
  it('does take it of a guest with shadow paging', async () => {
    const dying = await setup({ hap: false, profile: '4.22' });

    expect((await dying(1, GUEST)).body).toEqual({ rc: 0 });
  });

  it('answers errno EINVAL to a guest without, EOPNOTSUPP about another domain', async () => {
    const dying = await setup();

    expect(verdictOf(await dying(1, GUEST))).toBe('EINVAL');
    expect(verdictOf(await dying(1, DOM0))).toBe('EOPNOTSUPP');
    expect(verdictOf(await dying(9, DOM0))).toBe('ESRCH');
    expect(verdictOf(await dying(0, DOM0))).toBe('EINVAL');
  });

  it('answers errno EINVAL about another domain before 4.12, if it has none', async () => {
    const hap = await setup({ profile: '4.9' });
    const shadow = await setup({ profile: '4.9', hap: false });

    expect(verdictOf(await hap(1, DOM0))).toBe('EINVAL');
    expect((await shadow(1, DOM0)).body).toEqual({ rc: 0 });
  });

  it('does not let in no address', async () => {
    const { post, createDomain } = await api();
    await createDomain();

    expect((await post('/domains/1/hvmop/pagetable_dying', {})).status).toBe(400);
  });
});
