import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const UD = { vcpuid: 0, vector: 6, type: 'hw_exc' };

async function setup(spec: object = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  return {
    hvmop: (body: object) => post('/domains/1/hvmop/inject_trap', body),
    vcpu: async () => (await get('/domains/1/vcpus/0')).body,
  };
}

describe('inject_trap', () => {
  it('does keep one event for the vcpu', async () => {
    const { hvmop, vcpu } = await setup();

    expect((await hvmop({ ...UD, insn_len: 2 })).body).toEqual({ rc: 0 });
    expect((await vcpu()).injected_event).toMatchObject({ vector: 6, type: 'hw_exc', insn_len: 2 });
  });

  it('does nothing for vector -1', async () => {
    const { hvmop, vcpu } = await setup();

    expect(verdictOf(await hvmop({ ...UD, vector: 0xffff_ffff }))).toBe('ok');
    expect(await vcpu()).not.toHaveProperty('injected_event');
  });

  it('answers errno ENOENT for a vcpu that is not there before EBUSY', async () => {
    const { hvmop } = await setup();
    await hvmop(UD);

    expect(verdictOf(await hvmop({ ...UD, vcpuid: 1 }))).toBe('ENOENT');
    expect(verdictOf(await hvmop(UD))).toBe('EBUSY');
  });

  it('answers errno ENOSYS to those that keep to DMOPs', async () => {
    const { hvmop } = await setup({ knobs: { dm_interface: 'dmop' } });

    expect(verdictOf(await hvmop(UD))).toBe('ENOSYS');
  });

  it('does not let in pads that the HVMOP does not have', async () => {
    const { hvmop } = await setup();

    expect((await hvmop({ ...UD, pad0: 0 })).status).toBe(400);
  });
});
