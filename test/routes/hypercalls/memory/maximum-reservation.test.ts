import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  for (const domid of [1, 2]) await createDomain({ domid, special_pages: false });
  return (domid: number, caller = 0, body = {}) =>
    post(`/domains/${domid}/memory/maximum_reservation`, body, {
      'xen-caller-domid': String(caller),
    });
}

describe('maximum_reservation', () => {
  it('does tell dom0 and the domain itself', async () => {
    const ask = await setup();

    expect((await ask(1)).body).toEqual({ rc: 0, pages: 1024 + 17 * 256 });
    expect((await ask(0x7ff0, 1)).body).toEqual({ rc: 0, pages: 1024 + 17 * 256 });
  });

  it('is 0 for dom0, of which nothing is kept', async () => {
    const ask = await setup();

    expect((await ask(0, 0)).body).toEqual({ rc: 0, pages: 0 });
  });

  // prettier-ignore
  it.each([
    ['no such domain',  9, 0, 'ESRCH'],
    ['another domain',  1, 2, 'EPERM'],
    ['dom0, to others', 0, 1, 'EPERM'],
  ])('answers errno for %s', async (_, domid, caller, errno) => {
    const ask = await setup();

    expect(verdictOf(await ask(domid, caller))).toBe(errno);
  });

  it('does not let in a field', async () => {
    const ask = await setup();

    expect((await ask(1, 0, { domid: 1 })).status).toBe(400);
  });
});
