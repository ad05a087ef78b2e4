import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, get, createDomain, host } = await api();
  await createDomain(spec);
  return {
    hvmop: (body: object) => post('/domains/1/hvmop/inject_msi', body),
    dmop: (body: object) => post('/domains/1/dmop/inject_msi', body),
    /** As the guest does by its spurious-interrupt register. */
    enableApic: () => host.domain(1).interrupts.apics[0]?.write(0xf0, 0x1ff),
    irr: async () => (await get('/domains/1/vcpus/0')).body.interrupts.local_apic.irr,
    irqs: async () => (await get('/domains/1/irqs')).body,
  };
}

describe('inject_msi', () => {
  it('does request a vector of a local APIC that is enabled, and only of such', async () => {
    const { dmop, hvmop, enableApic, irr } = await setup();
    expect((await dmop({ addr: '0xfee00000', data: 0x61 })).body).toEqual({ rc: 0 });
    expect(await irr()).toEqual([]);

    enableApic();
    await dmop({ addr: '0xfee00000', data: 0x62 });
    await hvmop({ addr: '0x0', data: 0xffff_0068 });
    expect(await irr()).toEqual([0x62, 0x68]);
  });

  it('does list the messages', async () => {
    const { dmop, irqs } = await setup();

    await dmop({ addr: '0xfee01004', data: 0x4061 });

    expect((await irqs()).msis).toEqual([
      {
        addr: '0xfee01004',
        data: 0x4061,
        vector: 0x61,
        delivery: 'fixed',
        destination: 1,
        logical: true,
      },
    ]);
  });

  it('does map vector 0 to a pirq', async () => {
    const { dmop, irqs } = await setup();

    expect(verdictOf(await dmop({ addr: '0xfee10000', data: 0 }))).toBe('ok');
    expect((await irqs()).msi_pirq).toBe(16);
    expect(verdictOf(await dmop({ addr: '0xfee01000', data: 0 }))).toBe('EBUSY');
  });

  // prettier-ignore
  it.each([
    ['a pad',               { addr: '0xfee00000', data: 0, pad: 1 },      'EINVAL'],
    ['an SMI',              { addr: '0xfee00000', data: 0x261 },          'EINVAL'],
    ['nobody at all',       { addr: '0xfee00000', data: 0x161 },          'ESRCH'],
    ['pirq 0',              { addr: '0xfee00000', data: 0 },              'ERANGE'],
    ['a pirq too large',    { addr: '0xfeeff000', data: 0 },              'EINVAL'],
    ['a pirq of 32 bits',   { addr: '0xffffff00fee00000', data: 0 },      'ERANGE'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { dmop, irqs } = await setup();

    expect(verdictOf(await dmop(body))).toBe(errno);
    expect((await irqs()).msis).toEqual([]);
  });

  it('answers errno EINVAL for a pirq of 32 bits in 4.22', async () => {
    const { dmop } = await setup({ profile: '4.22' });

    expect(verdictOf(await dmop({ addr: '0xffffff00fee00000', data: 0 }))).toBe('EINVAL');
  });

  it('does not let in an address of 65 bits, or no data', async () => {
    const { dmop } = await setup();

    expect((await dmop({ addr: '0x10000000000000000', data: 1 })).status).toBe(400);
    expect((await dmop({ addr: '0x0' })).status).toBe(400);
  });
});
