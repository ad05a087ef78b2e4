import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const RANGE = { start: '0x400', end: '0x40f', type: 'wb' };

async function setup(spec: object = {}) {
  const { post, createDomain, host } = await api();
  await createDomain(spec);
  return {
    dmop: (body: object) => post('/domains/1/dmop/pin_memory_cacheattr', body),
    typeOf: (gfn: number) => host.domain(1).p2m.memoryTypes.pinned.typeOf(gfn, 0),
  };
}

describe('pin_memory_cacheattr', () => {
  it('does pin, change and let go of a range', async () => {
    const { dmop, typeOf } = await setup();
    expect((await dmop({ ...RANGE, type: 'uc' })).body).toEqual({ rc: 0 });
    await dmop(RANGE);
    expect(typeOf(0x40f)).toBe(6);

    await dmop({ ...RANGE, type: 0xffff_ffff });
    expect(typeOf(0x40f)).toBe(-1);
  });

  // prettier-ignore
  it.each([
    ['a pad',                { ...RANGE, pad: 1 },                                      'EINVAL'],
    ['an empty range',       { ...RANGE, start: '0x410' },                              'EINVAL'],
    ['a gfn of 41 bits',     { ...RANGE, end: '0x10000000000' },                        'EINVAL'],
    ['memory type 2',        { ...RANGE, type: 2 },                                     'EINVAL'],
    ['part of a range',      { start: '0x401', end: '0x402', type: 'delete' },          'ENOENT'],
    ['an overlap',           { start: '0x3ff', end: '0x400', type: 'wb' },              'EBUSY'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { dmop } = await setup();
    await dmop(RANGE);

    expect(verdictOf(await dmop(body))).toBe(errno);
  });

  it('answers errno ENOSPC for a 65th range', async () => {
    const { dmop } = await setup();
    for (let gfn = 0; gfn < 128; gfn += 2) await dmop({ start: gfn, end: gfn, type: 'wb' });

    expect(verdictOf(await dmop(RANGE))).toBe('ENOSPC');
    expect(verdictOf(await dmop({ start: 0, end: 0, type: 'wt' }))).toBe('ok');
  });

  it('answers errno EPERM in 4.22 for what needs devices', async () => {
    const { dmop } = await setup({ profile: '4.22' });

    expect(verdictOf(await dmop({ ...RANGE, type: 'uc_minus' }))).toBe('EPERM');
    expect(verdictOf(await dmop(RANGE))).toBe('ok');
  });

  it('does not let in a type that has no name', async () => {
    const { dmop } = await setup();

    expect((await dmop({ ...RANGE, type: 'wt+' })).status).toBe(400);
  });
});
