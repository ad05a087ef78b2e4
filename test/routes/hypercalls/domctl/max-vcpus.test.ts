import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup(profile = '4.17') {
  const { post, createDomain } = await api();
  await createDomain({ vcpus: 2, profile });
  return (max: unknown) => post('/domains/1/domctl/max_vcpus', { max });
}

describe('max_vcpus', () => {
  it('does take the number that there is', async () => {
    const maxVcpus = await setup();

    expect((await maxVcpus(2)).body).toEqual({ rc: 0 });
  });

  // prettier-ignore
  it.each([
    ['4.17', 1,   'EINVAL'],
    ['4.17', 3,   'EINVAL'],
    ['4.9',  1,   'EINVAL'],
    ['4.9',  3,   'EBUSY'],
    ['4.9',  129, 'EINVAL'],
  ])('answers errno in %s for %d', async (profile, max, errno) => {
    const maxVcpus = await setup(profile);

    expect(verdictOf(await maxVcpus(max))).toBe(errno);
  });

  it('does not let in all of them', async () => {
    const maxVcpus = await setup();

    expect((await maxVcpus('all')).status).toBe(400);
  });
});
