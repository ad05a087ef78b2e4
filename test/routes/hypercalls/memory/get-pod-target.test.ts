import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain({ special_pages: false });
  return (caller = 0, body = {}) =>
    post('/domains/1/memory/get_pod_target', body, { 'xen-caller-domid': String(caller) });
}

describe('get_pod_target', () => {
  it('does tell how it stands', async () => {
    const ask = await setup();

    expect((await ask()).body).toEqual({
      rc: 0,
      tot_pages: '0x400',
      pod_cache_pages: '0x0',
      pod_entries: '0x0',
    });
  });

  it('answers errno EPERM to the domain itself', async () => {
    const ask = await setup();

    expect(verdictOf(await ask(1))).toBe('EPERM');
  });

  it('does not let in a target', async () => {
    const ask = await setup();

    expect((await ask(0, { target_pages: 1 })).status).toBe(400);
  });
});
