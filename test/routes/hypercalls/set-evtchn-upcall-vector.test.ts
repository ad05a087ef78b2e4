import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain({ vcpus: 2 });
  return {
    hvmop: (body: object, headers = {}) =>
      post('/domains/1/hvmop/set_evtchn_upcall_vector', body, headers),
    upcall: async (id: number) =>
      (await get(`/domains/1/vcpus/${id}`)).body.interrupts.upcall_vector,
  };
}

describe('set_evtchn_upcall_vector', () => {
  it('does set it for a vcpu of the domain that asks', async () => {
    const { hvmop, upcall } = await setup();

    expect((await hvmop({ vcpu: 1, vector: 0x94 })).body).toEqual({ rc: 0 });
    expect([await upcall(0), await upcall(1)]).toEqual([undefined, 0x94]);
  });

  it('answers errno EINVAL to dom0, which is not HVM', async () => {
    const { hvmop } = await setup();

    const answer = await hvmop({ vcpu: 0, vector: 0x94 }, { 'xen-caller-domid': '0' });

    expect(verdictOf(answer)).toBe('EINVAL');
  });

  it('answers errno EINVAL for a vector below 16, before ENOENT for a vcpu', async () => {
    const { hvmop } = await setup();

    expect(verdictOf(await hvmop({ vcpu: 9, vector: 15 }))).toBe('EINVAL');
    expect(verdictOf(await hvmop({ vcpu: 9, vector: 16 }))).toBe('ENOENT');
  });

  it('does not let in a vector of 9 bits', async () => {
    const { hvmop } = await setup();

    expect((await hvmop({ vcpu: 0, vector: 256 })).status).toBe(400);
  });
});
