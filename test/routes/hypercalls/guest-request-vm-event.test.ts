import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

describe('guest_request_vm_event', () => {
  it('does nothing where nobody monitors the domain', async () => {
    const { post, createDomain } = await api();
    await createDomain();

    const path = '/domains/1/hvmop/guest_request_vm_event';
    expect((await post(path, {}, { 'xen-caller-domid': '1' })).body).toEqual({ rc: 0 });
  });

  it('does not let in an argument', async () => {
    const { post } = await api();

    expect((await post('/domains/1/hvmop/guest_request_vm_event', { arg: 0 })).status).toBe(400);
  });
});
