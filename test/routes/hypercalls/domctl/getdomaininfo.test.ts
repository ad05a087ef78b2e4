import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain({ special_pages: false, vcpus: 2 });
  return (domid = 1, caller = 0, body = {}) =>
    post(`/domains/${domid}/domctl/getdomaininfo`, body, { 'xen-caller-domid': String(caller) });
}

describe('getdomaininfo', () => {
  it('does tell how a domain stands', async () => {
    const info = await setup();

    expect((await info()).body).toEqual({
      rc: 0,
      domain: 1,
      flags: 0xffff_0102,
      tot_pages: '0x400',
      max_pages: '0x1500',
      outstanding_pages: '0x0',
      nr_online_vcpus: 2,
      max_vcpu_id: 1,
    });
  });

  it.each([
    ['no domain', 9, 0, 'ESRCH'],
    ['the domain itself', 1, 1, 'EPERM'],
  ])('answers errno for %s', async (_, domid, caller, errno) => {
    const info = await setup();

    expect(verdictOf(await info(domid, caller))).toBe(errno);
  });

  it('does not let in a field', async () => {
    const info = await setup();

    expect((await info(1, 0, { domain: 1 })).status).toBe(400);
  });
});
