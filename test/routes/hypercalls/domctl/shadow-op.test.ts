import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  await createDomain();
  return {
    post,
    get,
    op: (body: object, { domid = 1, caller = 0 } = {}) =>
      post(`/domains/${domid}/domctl/shadow_op`, body, { 'xen-caller-domid': String(caller) }),
    write: (gpa: string) => post('/domains/1/guest-access', { kind: 'write', gpa, data: 0 }),
  };
}

describe('shadow_op', () => {
  it('does tell which pages the guest has written', async () => {
    const { op, write } = await setup();
    expect((await op({ op: 'enable_logdirty' })).body).toEqual({
      rc: 0,
      fault_count: 0,
      dirty_count: 0,
      dirty_bitmap: '',
    });
    await write('0x9000');
    await write('0x9008');

    const { body } = await op({ op: 'clean', pages: 16 });

    expect(body).toMatchObject({ dirty_count: 1, dirty_bitmap: '0002' });
    expect((await op({ op: 12, pages: 16 })).body).toMatchObject({ dirty_bitmap: '0000' });
  });

  it('does show clean pages as ram_ro to device models until it is off', async () => {
    const { op, post } = await setup();
    const typeOf = async (pfn: string) =>
      (await post('/domains/1/hvmop/get_mem_type', { pfn })).body.mem_type;
    await op({ op: 'enable', mode: ['enable_log_dirty'] });
    expect(await typeOf('0x100')).toBe('ram_ro');

    await op({ op: 'off' });

    expect(await typeOf('0x100')).toBe('ram_rw');
  });

  // prettier-ignore
  it.each([
    ['no domain',              { op: 'off' },        { domid: 9 },  'ESRCH'],
    ['everybody but dom0',     { op: 'off' },        { caller: 2 }, 'EPERM'],
    ['an operation not known', { op: 3 },            {},            'EINVAL'],
    ['a mode not known',       { op: 12, mode: 16 }, {},            'EINVAL'],
  ])('answers errno for %s', async (_, body, who, errno) => {
    const { op } = await setup();

    expect(verdictOf(await op(body, who))).toBe(errno);
  });

  it.each([
    ['no operation', {}],
    ['a name that is none', { op: 'dirty' }],
    ['a mode that is none', { op: 'peek', mode: ['all'] }],
  ])('does not let in %s', async (_, body) => {
    const { op } = await setup();

    expect((await op(body)).status).toBe(400);
  });
});
