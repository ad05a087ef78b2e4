import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, createDomain } = await api();
  await createDomain(spec);
  return (body: object, caller = 0) =>
    post('/domains/1/hvmop/xentrace', body, { 'xen-caller-domid': String(caller) });
}

describe('xentrace', () => {
  it('does take a record, of dom0 and of a guest', async () => {
    const hvmop = await setup();
    const record = { event: 0xfff, extra_bytes: 3, extra: [1, 2, 3] };

    expect((await hvmop(record)).body).toEqual({ rc: 0 });
    expect((await hvmop(record, 1)).body).toEqual({ rc: 0 });
  });

  it('answers errno EINVAL for too much, in 4.22 for part of a word', async () => {
    const hvmop = await setup({ profile: '4.22' });

    expect(verdictOf(await hvmop({ event: 0x1000, extra_bytes: 0 }))).toBe('EINVAL');
    expect(verdictOf(await hvmop({ event: 1, extra_bytes: 29 }))).toBe('EINVAL');
    expect(verdictOf(await hvmop({ event: 1, extra_bytes: 3 }, 1))).toBe('EINVAL');
  });

  it('does not let in an event of 17 bits', async () => {
    const hvmop = await setup();

    expect((await hvmop({ event: 2 ** 16, extra_bytes: 0 })).status).toBe(400);
  });
});
