import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain();
  return (body: object, headers = {}) => post('/domains/1/hvmop/flush_tlbs', body, headers);
}

describe('flush_tlbs', () => {
  it('does nothing that could be seen', async () => {
    const hvmop = await setup();

    expect((await hvmop({})).body).toEqual({ rc: 0 });
  });

  it('answers errno EINVAL to dom0, ESRCH for a caller that is not there', async () => {
    const hvmop = await setup();

    expect(verdictOf(await hvmop({}, { 'xen-caller-domid': '0' }))).toBe('EINVAL');
    expect(verdictOf(await hvmop({}, { 'xen-caller-domid': '9' }))).toBe('ESRCH');
  });

  it('does not let in an argument', async () => {
    const hvmop = await setup();

    expect((await hvmop({ arg: 0 })).status).toBe(400);
  });
});
