import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  await createDomain();
  return {
    post,
    get,
    setTarget: (domid: number, target: number, caller = 0) =>
      post(
        `/domains/${domid}/domctl/set_target`,
        { target },
        { 'xen-caller-domid': String(caller) },
      ),
  };
}

describe('set_target', () => {
  it('does give a domain the rights of a device model', async () => {
    const { post, get, setTarget } = await setup();
    const create = () =>
      post(
        '/domains/1/dmop/create_ioreq_server',
        { handle_bufioreq: 0 },
        { 'xen-caller-domid': '2' },
      );
    expect(verdictOf(await create())).toBe('EPERM');

    expect((await setTarget(2, 1)).body).toEqual({ rc: 0 });

    expect((await get('/domains/2')).body.target).toBe(1);
    expect((await create()).body).toEqual({ rc: 0, id: 0 });
  });

  // prettier-ignore
  it.each([
    ['no domain',         9, 1, 0, 'ESRCH'],
    ['a stranger',        2, 1, 1, 'EPERM'],
    ['oneself',           1, 1, 0, 'EINVAL'],
    ['no target',         1, 9, 0, 'ESRCH'],
    ['dom0 for a target', 1, 0, 0, 'EOPNOTSUPP'],
  ])('answers errno for %s', async (_, domid, target, caller, errno) => {
    const { setTarget } = await setup();

    expect(verdictOf(await setTarget(domid, target, caller))).toBe(errno);
  });

  it('answers errno EINVAL the second time', async () => {
    const { setTarget } = await setup();
    await setTarget(2, 1);

    expect(verdictOf(await setTarget(2, 1))).toBe('EINVAL');
  });

  it('does not let in a domain by name', async () => {
    const { post } = await setup();

    expect((await post('/domains/2/domctl/set_target', { target: 'guest' })).status).toBe(400);
  });
});
