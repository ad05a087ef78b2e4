import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  const info = async () => (await get('/domains/1')).body;
  return {
    post,
    pauses: async () => (await info()).controller_pause_count as number,
    ask: (domid: number) => post(`/domains/${domid}/domctl/unpausedomain`, {}),
  };
}

describe('unpausedomain', () => {
  it('does take one pause back, and no more than there are', async () => {
    const { ask, pauses, post } = await setup();
    await post('/domains/1/domctl/pausedomain', {});

    expect((await ask(1)).body).toEqual({ rc: 0 });
    expect(await pauses()).toBe(0);
    expect(verdictOf(await ask(1))).toBe('EINVAL');
  });

  it('answers errno ESRCH for no domain, EINVAL for dom0', async () => {
    const { ask } = await setup();

    expect([verdictOf(await ask(9)), verdictOf(await ask(0))]).toEqual(['ESRCH', 'EINVAL']);
  });
});
