import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

describe('nr_vcpus', () => {
  it('does count them', async () => {
    const { post, createDomain } = await api();
    await createDomain({ vcpus: 3 });

    expect((await post('/domains/1/dmop/nr_vcpus', {})).body).toEqual({ rc: 0, vcpus: 3 });
  });

  it('answers errno EPERM to the domain itself', async () => {
    const { post, createDomain } = await api();
    await createDomain();

    const answer = await post('/domains/1/dmop/nr_vcpus', {}, { 'xen-caller-domid': '1' });

    expect(verdictOf(answer)).toBe('EPERM');
  });

  it('does not let in what is only given out', async () => {
    const { post, createDomain } = await api();
    await createDomain();

    expect((await post('/domains/1/dmop/nr_vcpus', { vcpus: 1 })).status).toBe(400);
  });
});
