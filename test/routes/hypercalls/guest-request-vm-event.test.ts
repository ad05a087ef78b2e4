import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

describe('guest_request_vm_event', () => {
  it('does nothing where nobody monitors the domain', async () => {
    const { post, createDomain } = await api();
    await createDomain();

    const path = '/domains/1/hvmop/guest_request_vm_event';
    expect((await post(path, {}, { 'xen-caller-domid': '1' })).body).toEqual({ rc: 0 });
  });

  it('tells a monitor that listens, and has the vcpu wait if it wants so', async () => {
    const { app, get, post, createDomain } = await api();
    await createDomain();
    const payload = { guest_requests: 'sync' };
    await app.inject({ method: 'PUT', url: '/domains/1/monitor', payload });
    const vmcall = { kind: 'insn', bytes: '0f01c1', regs: { rax: 34, rdi: 24, rsi: 0 } };

    const { body } = await post('/domains/1/guest-access', vmcall);

    expect([body.outcome, body.regs.rax]).toEqual(['monitor_event', '0x0']);
    expect((await get('/domains/1/vcpus/0')).body.pause_count).toBe(1);
    const exchange = (resume: object[]) => post('/domains/1/monitor/exchange', { resume });
    expect((await exchange([])).body.events).toEqual([
      { seq: 1, reason: 'guest_request', vcpu: 0, vcpu_paused: true },
    ]);
    expect((await exchange([{ vcpu: 0, seq: 1 }])).body.stale).toEqual([]);
    const access = `/domains/1/guest-access/${body.id}`;
    expect((await get(access)).body.outcome).toBe('completed');
  });

  it('does not let in an argument', async () => {
    const { post } = await api();

    expect((await post('/domains/1/hvmop/guest_request_vm_event', { arg: 0 })).status).toBe(400);
  });
});
