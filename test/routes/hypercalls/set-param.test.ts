import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, createDomain } = await api();
  await createDomain({ special_pages: false, ...spec });
  const by = (caller: number) => ({ 'xen-caller-domid': String(caller) });
  return {
    post,
    set: (index: string | number, value: string | number, domid = 1, caller = 0) =>
      post(`/domains/${domid}/hvmop/set_param`, { index, value }, by(caller)),
    get: async (index: string | number) =>
      (await post('/domains/1/hvmop/get_param', { index })).body.value,
  };
}

const [SELF, GUEST] = [0x7ff0, 1];

describe('set_param', () => {
  it('does keep the value, by name or number, by the toolstack or the guest', async () => {
    const { set, get } = await setup();
    expect((await set('STORE_PFN', '0xfeffc')).body).toEqual({ rc: 0 });
    await set(2, 5, SELF, GUEST);

    expect([await get(1), await get('STORE_EVTCHN')]).toEqual(['0xfeffc', '0x5']);
  });

  it('does let a device model set what is the toolstack’s, but not what is dom0’s', async () => {
    const { post, set } = await setup();
    await post('/domains', { memory_mib: 4, target: 1 });

    expect(verdictOf(await set('IOREQ_PFN', 1, 1, 2))).toBe('ok');
    expect(verdictOf(await set('ALTP2M', 1, 1, 2))).toBe('EPERM');
  });

  it('answers errno EINVAL for a parameter that is none before ESRCH', async () => {
    const { set } = await setup();

    expect(verdictOf(await set(39, 0, 9))).toBe('EINVAL');
    expect(verdictOf(await set(38, 0, 9))).toBe('ESRCH');
    expect(verdictOf(await set(1, 0, 0))).toBe('EINVAL');
    expect(verdictOf(await set(1, 0, SELF))).toBe('EINVAL');
    expect(verdictOf(await set(1, 0, 0, GUEST))).toBe('EINVAL');
  });

  // prettier-ignore
  it.each([
    ['what is given up',               'DM_DOMAIN',   0, 'EINVAL'],
    ['what is not the guest’s',        'STORE_PFN',   1, 'EPERM'],
    ['a value that cannot be',         'X87_FIP_WIDTH', 3, 'EINVAL'],
  ])('answers errno to a guest for %s', async (_, index, value, errno) => {
    const { set } = await setup();

    expect(verdictOf(await set(index, value, 1, GUEST))).toBe(errno);
  });

  it('answers errno EEXIST for another value where one is final', async () => {
    const { set } = await setup();
    await set('IOREQ_PFN', 0x938);

    expect(verdictOf(await set('IOREQ_PFN', 0x939))).toBe('EEXIST');
    expect(verdictOf(await set('IOREQ_PFN', 0x938))).toBe('ok');
  });

  it('answers errno EOPNOTSUPP for memory events in 4.8', async () => {
    const { set } = await setup({ profile: '4.8' });

    expect(verdictOf(await set('MEMORY_EVENT_CR3', 1))).toBe('EOPNOTSUPP');
    expect(verdictOf(await set(37, 0, 1))).toBe('EINVAL');
  });

  it('answers errno ENODEV for ports that the domain does not have', async () => {
    const { set } = await setup({ emulation: 'lapic' });

    expect(verdictOf(await set('ACPI_IOPORTS_LOCATION', 1))).toBe('ENODEV');
  });

  it('does crash a guest that sets a task segment that cannot be', async () => {
    const { set } = await setup();

    expect(verdictOf(await set('VM86_TSS', '0x100000000', 1, GUEST))).toBe('EINVAL');
  });

  it('does come to a domain that keeps to DMOPs, which has no other way', async () => {
    const { set } = await setup({ knobs: { dm_interface: 'dmop' } });

    expect(verdictOf(await set('STORE_PFN', 1))).toBe('ok');
  });

  it('does not let in a name that no parameter has, or a negative value', async () => {
    const { set } = await setup();

    expect((await set('HVM_PARAM_STORE_PFN', 1)).status).toBe(400);
    expect((await set('STORE_PFN', -1)).status).toBe(400);
  });
});
