import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  const info = async () => (await get('/domains/1')).body;
  return {
    pauses: async () => (await info()).controller_pause_count as number,
    ask: (domid: number) => post(`/domains/${domid}/domctl/pausedomain`, {}),
  };
}

describe('pausedomain', () => {
  it('does pause, as often as it is asked', async () => {
    const { ask, pauses } = await setup();
    await ask(1);

    expect((await ask(1)).body).toEqual({ rc: 0 });
    expect(await pauses()).toBe(2);
  });

  it('answers errno ESRCH for no domain, EINVAL for dom0', async () => {
    const { ask } = await setup();

    expect([verdictOf(await ask(9)), verdictOf(await ask(0))]).toEqual(['ESRCH', 'EINVAL']);
  });
});
