import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec = {}) {
  const { post, createDomain } = await api();
  await createDomain(spec);
  const track = (body: object, era = 'dmop') => post(`/domains/1/${era}/track_dirty_vram`, body);
  const write = (gpa: string) => post('/domains/1/guest-access', { kind: 'write', gpa, data: 1 });
  return { track, write };
}

describe('track_dirty_vram', () => {
  it.each(['dmop', 'hvmop'])('does tell what the guest has written (%s)', async (era) => {
    const { track, write } = await setup();
    const range = { first_pfn: '0x100', nr: 9 };

    expect((await track(range, era)).body).toEqual({ rc: 0, dirty_bitmap: 'ffff' });
    await write('0x102000');
    expect((await track(range, era)).body).toEqual({ rc: 0, dirty_bitmap: '0400' });
    expect((await track({ ...range, nr: 0 }, era)).body).toEqual({ rc: 0, dirty_bitmap: '' });
  });

  // prettier-ignore
  it.each([
    ['EINVAL for a set pad',        { nr: 8, pad: 1 }],
    ['EINVAL for too many pages',   { nr: 262145 }],
    ['EINVAL for too small a room', { nr: 9, bitmap_bytes: 1 }],
  ])('answers %s', async (_, body) => {
    const { track } = await setup();

    expect(verdictOf(await track({ first_pfn: '0x100', ...body }))).toBe('EINVAL');
  });

  it.each([
    ['a bitmap', { first_pfn: '0x100', nr: 8, dirty_bitmap: '00' }],
    ['no first page', { nr: 8 }],
  ])('does not let in %s', async (_, body) => {
    const { track } = await setup();

    expect((await track(body)).status).toBe(400);
  });
});
