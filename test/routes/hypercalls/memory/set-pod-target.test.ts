import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain({ special_pages: false });
  await post('/domains/1/memory/populate_physmap', {
    extents: ['0x800'],
    extent_order: 6,
    mem_flags: ['populate_on_demand'],
  });
  return (target_pages: unknown, caller = 0) =>
    post(
      '/domains/1/memory/set_pod_target',
      { target_pages },
      { 'xen-caller-domid': String(caller) },
    );
}

describe('set_pod_target', () => {
  it('does fill the cache', async () => {
    const setTarget = await setup();

    expect((await setTarget(1024 + 32)).body).toEqual({
      rc: 0,
      tot_pages: '0x420',
      pod_cache_pages: '0x20',
      pod_entries: '0x40',
    });
  });

  // prettier-ignore
  it.each([
    ['the domain itself',          0,         1, 'EPERM'],
    ['more than the domain may',   '0x10000', 0, 'EINVAL'],
  ])('answers errno for %s', async (_, target, caller, errno) => {
    const setTarget = await setup();

    expect(verdictOf(await setTarget(target, caller))).toBe(errno);
  });

  it('does not let in no number', async () => {
    const setTarget = await setup();

    expect((await setTarget('all')).status).toBe(400);
  });
});
