import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

describe('get_time', () => {
  it('does tell the host’s virtual clock, of whatever domain it is asked', async () => {
    const { post, host } = await api();
    expect((await post('/domains/9/hvmop/get_time', {})).body).toEqual({ rc: 0, now: '0x0' });

    host.clock.advance(1_000_000_000n);
    expect((await post('/domains/9/hvmop/get_time', {})).body.now).toBe('0x3b9aca00');
  });

  it('does not let in a time', async () => {
    const { post } = await api();

    expect((await post('/domains/1/hvmop/get_time', { now: 0 })).status).toBe(400);
  });
});
