import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  const info = async () => (await get('/domains/1')).body;
  return {
    post,
    info,
    ask: (domid: number) => post(`/domains/${domid}/domctl/resumedomain`, {}),
  };
}

describe('resumedomain', () => {
  it('does take a shutdown back', async () => {
    const { ask, post, info } = await setup();
    await post('/domains/1/shutdown', { reason: 'suspend' });

    expect((await ask(1)).body).toEqual({ rc: 0 });
    expect((await info()).shutdown).toBeUndefined();
    expect((await ask(1)).body).toEqual({ rc: 0 });
  });

  it('answers errno ESRCH for no domain, EINVAL for dom0', async () => {
    const { ask } = await setup();

    expect([verdictOf(await ask(9)), verdictOf(await ask(0))]).toEqual(['ESRCH', 'EINVAL']);
  });
});
