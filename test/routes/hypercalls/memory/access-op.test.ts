import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup({ watched = true } = {}) {
  const { app, post, createDomain } = await api();
  await createDomain({ special_pages: false });
  if (watched) await app.inject({ method: 'PUT', url: '/domains/1/monitor', payload: {} });
  return (body: object, domid = 1, caller = 0) =>
    post(`/domains/${domid}/memory/access_op`, body, { 'xen-caller-domid': String(caller) });
}

const SET = { op: 'set_access', pfn: '0x10', nr: 2, access: 'rx' };

describe('access_op', () => {
  it('does restrict a run, and tell it', async () => {
    const op = await setup();

    expect((await op(SET)).body).toEqual({ rc: 0 });

    expect((await op({ op: 'get_access', pfn: '0x11' })).body).toEqual({ rc: 0, access: 'rx' });
    expect((await op({ op: 1, pfn: '0x12' })).body).toEqual({ rc: 0, access: 'rwx' });
  });

  it('does restrict pages here and there', async () => {
    const op = await setup();
    const multi = { op: 'set_access_multi', pfn_list: ['0x10', '0x20'], access_list: ['n', 9] };

    expect((await op(multi)).body).toEqual({ rc: 0 });

    expect((await op({ op: 'get_access', pfn: '0x20' })).body.access).toBe('n2rwx');
  });

  it('does give way, and goes on', async () => {
    const op = await setup();

    const { body } = await op({ ...SET, nr: 100, preempt: { after_batches: 1 } });
    expect(body).toEqual({ rc: -85, errno: 'ERESTART', done: 64 });
    expect((await op({ ...SET, nr: 100, done: 64 })).body).toEqual({ rc: 0 });
  });

  // prettier-ignore
  it.each([
    ['no domain',            SET,                                                     9, 'ESRCH'],
    ['a run beyond',         { ...SET, pfn: '0x400' },                                1, 'EINVAL'],
    ['no such access',       { ...SET, access: 11 },                                  1, 'EINVAL'],
    ['too few accesses',     { op: 4, pfn_list: ['0x1'], access_list: [] },           1, 'EFAULT'],
    ['no such operation',    { op: 3 },                                               1, 'ENOSYS'],
  ])('answers errno for %s', async (_, body, domid, errno) => {
    const op = await setup();

    expect(verdictOf(await op(body, domid))).toBe(errno);
  });

  it('answers ENODEV where nobody watches, EPERM to the domain itself', async () => {
    const op = await setup({ watched: false });

    expect(verdictOf(await op({ op: 3 }))).toBe('ENODEV');
    expect(verdictOf(await op(SET, 1, 1))).toBe('EPERM');
  });

  it('does not let in an access without a name', async () => {
    const op = await setup();

    expect((await op({ ...SET, access: 'all' })).status).toBe(400);
  });
});
