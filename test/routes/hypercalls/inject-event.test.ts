import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const UD = { vcpuid: 0, vector: 6, type: 'hw_exc' };

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  return {
    dmop: (body: object) => post('/domains/1/dmop/inject_event', body),
    vcpu: async () => (await get('/domains/1/vcpus/0')).body,
  };
}

describe('inject_event', () => {
  it('does keep one event for the vcpu, whatever it is', async () => {
    const { dmop, vcpu } = await setup();

    expect((await dmop({ ...UD, vector: 255, type: 255 })).body).toEqual({ rc: 0 });
    expect((await vcpu()).injected_event).toEqual({
      vector: 255,
      type: 255,
      error_code: 0xffff_ffff,
      insn_len: 0,
      cr2: '0x0',
    });
  });

  it('answers errno EBUSY while one is pending', async () => {
    const { dmop, vcpu } = await setup();
    await dmop({ ...UD, vector: 14, error_code: 6, cr2: '0xdeadb000' });

    expect(verdictOf(await dmop(UD))).toBe('EBUSY');
    expect((await vcpu()).injected_event).toMatchObject({ vector: 14, error_code: 6 });
  });

  // prettier-ignore
  it.each([
    ['a vcpu that is not there', { ...UD, vcpuid: 1 }],
    ['the first pad',            { ...UD, pad0: 1 }],
    ['the second pad',           { ...UD, pad1: 1 }],
  ])('answers errno EINVAL for %s, even while one is pending', async (_, body) => {
    const { dmop } = await setup();
    await dmop(UD);

    expect(verdictOf(await dmop(body))).toBe('EINVAL');
  });

  it.each([
    ['a type that has no name', { ...UD, type: 'trap' }],
    ['a vector of 9 bits', { ...UD, vector: 256 }],
    ['no vcpu', { vector: 6, type: 3 }],
  ])('does not let in %s', async (_, body) => {
    const { dmop } = await setup();

    expect((await dmop(body)).status).toBe(400);
  });
});
