import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

describe('/clock', () => {
  it('stands still, is moved, and runs', async () => {
    const { get, put, post } = await api();
    expect((await get('/clock')).body).toEqual({ now: '0x0', frozen: true });
    expect((await put('/clock', { advance_ns: '0x10' })).body).toEqual({
      now: '0x10',
      frozen: true,
    });
    expect((await post('/domains/0/hvmop/get_time', {})).body).toEqual({ rc: 0, now: '0x10' });

    expect((await put('/clock', { frozen: false })).body.frozen).toBe(false);
    const { now, frozen } = (await put('/clock', { frozen: true, advance_ns: 1 })).body;
    expect([Number(now) > 0x11, frozen]).toEqual([true, true]);
    expect((await get('/clock')).body.now).toBe(now);

    const { entries } = (await get('/journal?kind=clock')).body;
    expect(entries.map((entry: { frozen: boolean }) => entry.frozen)).toEqual([true, false, true]);
    expect(entries.at(-1).time).toBe(now);
  });

  it.each([
    { advance_ns: -1 },
    { advance_ns: '0x8000000000000000', frozen: false },
    { frozen: 1 },
    { now: '0x0' },
  ])('takes no %j', async (body) => {
    const { get, put } = await api();
    const { status } = await put('/clock', body);
    expect(status).toBe(400);
    expect((await get('/clock')).body).toEqual({ now: '0x0', frozen: true });
  });
});
