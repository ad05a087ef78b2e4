import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

describe('sethvmcontext', () => {
  it('takes down every vcpu that it has no record of', async () => {
    const { post, get, createDomain } = await api();
    await createDomain({ vcpus: 2 });

    await post('/domains/1/domctl/sethvmcontext', { vcpus: [1] });

    expect((await get('/domains/1/vcpus/0')).body).toMatchObject({ state: 'down' });
    expect((await get('/domains/1/vcpus/1')).body).toMatchObject({ state: 'runnable' });
    expect((await post('/domains/1/domctl/getdomaininfo', {})).body).toMatchObject({
      nr_online_vcpus: 1,
      max_vcpu_id: 1,
    });
  });

  it('answers errno EINVAL for a vcpu that there is not', async () => {
    const { post, createDomain } = await api();
    await createDomain();

    expect(verdictOf(await post('/domains/1/domctl/sethvmcontext', { vcpus: [1] }))).toBe('EINVAL');
  });
});
