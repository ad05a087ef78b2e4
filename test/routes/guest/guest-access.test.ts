import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const AT_ONCE = { prefer: 'respond-async' };
const MMIO = '0xf0000010';

/** A domain of 4 MiB whose server 0 serves memory at 0xf0000000. */
async function setup(spec: object = {}) {
  const tools = await api();
  const { post, createDomain } = tools;
  await createDomain(spec);
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
  await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
  return {
    ...tools,
    access: (body: object, headers = {}) => post('/domains/1/guest-access', body, headers),
    answer: (data: string) =>
      post('/domains/1/ioreq-servers/0/exchange', { completions: [{ vcpu: 0, data }] }),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('POST /domains/{domid}/guest-access', () => {
  it('stores and loads what the guest stores and loads', async () => {
    const { access } = await setup();

    const stored = await access({
      kind: 'write',
      gpa: '0x1008',
      size: 8,
      data: '0x1122334455667788',
    });
    expect(stored.status).toBe(200);
    expect(stored.body).toMatchObject({
      id: 1,
      vcpu: 0,
      outcome: 'completed',
      data: null,
      exits: [],
    });

    const { body } = await access({ kind: 'read', gpa: '0x100a', size: 2 });
    expect(body).toMatchObject({ id: 2, outcome: 'completed', data: '0x5566' });
  });

  it('tells each step, with the entries that it saw, unless nobody wants to know', async () => {
    const { access } = await setup();

    const { body } = await access({ kind: 'read', gpa: '0x1000' });
    expect(body.trace.map(({ step }: { step: string }) => step)).toEqual([
      ...Array(4).fill('ept_walk'),
      'hit',
    ]);
    expect(body.trace[3]).toMatchObject({ level: 0, p2mt: 'ram_rw', permissions: 'rwx' });
    expect((await access({ kind: 'read', gpa: '0x1000', trace: false })).body.trace).toEqual([]);
  });

  it('waits for the device model, and gives the guest what that answers', async () => {
    const { access, answer } = await setup();

    const waiting = access({ kind: 'read', gpa: MMIO, size: 4 });
    await settle();
    await answer('0xcafe');

    const { status, body } = await waiting;
    expect([status, body.outcome, body.data]).toEqual([200, 'completed', '0xcafe']);
    expect(body.exits).toEqual([{ reason: 'EPT_VIOLATION', gpa: MMIO, qualification: '0x181' }]);
    expect(body.ioreqs).toEqual([
      {
        ioservid: 0,
        type: 'copy',
        dir: 'read',
        addr: MMIO,
        data: '0x0',
        size: 4,
        count: 1,
        df: false,
        data_is_ptr: false,
      },
    ]);
  });

  it('answers 202 at once where the client prefers it, and says where the end can be read', async () => {
    const { access, answer, get } = await setup();

    const { status, headers, body } = await access({ kind: 'read', gpa: MMIO }, AT_ONCE);
    expect([status, headers['location']]).toEqual([202, '/domains/1/guest-access/1']);
    expect(body).toMatchObject({ outcome: 'pending', reason: 'ioreq', data: null });

    await answer('0x7');
    expect((await get('/domains/1/guest-access/1')).body).toMatchObject({
      outcome: 'completed',
      data: '0x7',
    });
  });

  it('answers 202 when the wait that the client prefers is over', async () => {
    const { access } = await setup();

    const { status } = await access({ kind: 'read', gpa: MMIO }, { prefer: 'wait=0' });

    expect(status).toBe(202);
  });

  it('has no qualification of the linear address where there is none', async () => {
    const { access } = await setup();

    const { body } = await access({ kind: 'write', gpa: MMIO, data: 1, gla: null }, AT_ONCE);

    expect(body.exits).toEqual([{ reason: 'EPT_VIOLATION', gpa: MMIO, qualification: '0x2' }]);
  });

  it('waits while the domain is paused, and goes on by itself', async () => {
    const { access, get, post } = await setup();
    await post('/domains/1/pause');

    const { body } = await access({ kind: 'write', gpa: '0x1000', data: 1 }, AT_ONCE);
    expect(body).toMatchObject({ outcome: 'pending', reason: 'paused' });

    await post('/domains/1/unpause');
    expect((await get('/domains/1/guest-access/1')).body.outcome).toBe('completed');
  });

  it('goes through ports as well', async () => {
    const { access } = await setup();

    const { body } = await access({ kind: 'in', port: 0x5000, size: 2 });

    expect(body).toMatchObject({ outcome: 'completed', data: '0xffff' });
    expect(body.exits).toEqual([{ reason: 'IO', port: '0x5000' }]);
  });

  it('refuses a second access on a vcpu that waits', async () => {
    const { access } = await setup();
    await access({ kind: 'read', gpa: MMIO }, AT_ONCE);

    const { status, body } = await access({ kind: 'read', gpa: '0x0' });

    expect([status, body.type]).toEqual([409, 'urn:fakexen:problem:vcpu-busy']);
  });

  it('ends with 410 when the domain is destroyed meanwhile', async () => {
    const { access, delete: destroy } = await setup();
    const waiting = access({ kind: 'read', gpa: MMIO });
    await settle();

    await destroy('/domains/1');

    const { status, body } = await waiting;
    expect([status, body.type]).toEqual([410, 'urn:fakexen:problem:domain-gone']);
  });

  it('ends with 503 when the service ends meanwhile', async () => {
    const { access, app } = await setup();
    const waiting = access({ kind: 'read', gpa: MMIO });
    await settle();

    void app.close();

    const { status, headers, body } = await waiting;
    expect([status, body.type]).toEqual([503, 'urn:fakexen:problem:shutting-down']);
    expect(headers['retry-after']).toBeDefined();
  });

  // prettier-ignore
  it.each([
    ['no domain',         '/domains/9/guest-access', { kind: 'read', gpa: 0 },           'ESRCH'],
    ['no vcpu',           '/domains/1/guest-access', { kind: 'read', gpa: 0, vcpu: 1 },  'ENOENT'],
    ['3 bytes at a time', '/domains/1/guest-access', { kind: 'read', gpa: 0, size: 3 },  'EINVAL'],
  ])('answers errno for %s', async (_, path, body, errno) => {
    const { post } = await setup();

    expect(verdictOf(await post(path, body))).toBe(errno);
  });

  // prettier-ignore
  it.each([
    ['a kind that there is not', { kind: 'poke', gpa: 0 },                     '/kind'],
    ['a write to nowhere',       { kind: 'write', data: 1 },                   '/gpa'],
    ['an input from no port',    { kind: 'in' },                               '/port'],
    ['a copy from nowhere',      { kind: 'rep_movs', gpa: 0, count: 2 },       '/source'],
    ['an operation unknown',     { kind: 'rmw', gpa: 0, op: 'mul' },           '/op'],
    ['data of 65 bits',          { kind: 'write', gpa: 0, data: '0x10000000000000000' }, '/data'],
    ['no bytes',                 { kind: 'read', gpa: 0, size: 0 },            '/size'],
  ])('does not let in %s', async (_, body, pointer) => {
    const { access } = await setup();

    const { status, body: problem } = await access(body);

    expect([status, problem.errors[0].pointer]).toEqual([400, pointer]);
  });
});

describe('GET /domains/{domid}/guest-access/{id}', () => {
  it('waits for the end where the client prefers it', async () => {
    const { access, answer, get } = await setup();
    await access({ kind: 'read', gpa: MMIO }, AT_ONCE);

    const waiting = get('/domains/1/guest-access/1', { prefer: 'wait=5' });
    await settle();
    await answer('0x9');

    expect((await waiting).body).toMatchObject({ outcome: 'completed', data: '0x9' });
  });

  it('answers 404 for an access that there was not', async () => {
    const { get } = await setup();

    const { status, body } = await get('/domains/1/guest-access/5');

    expect([status, body.type]).toEqual([404, 'urn:fakexen:problem:no-such-access']);
  });
});

describe('POST /domains/{domid}/guest-access of machine code', () => {
  it('executes it and answers the registers after it', async () => {
    const { access } = await setup();
    const regs = { rax: '0x5', rdi: '0x1000', rip: '0x400000' };

    // mov [rdi],eax ; add [rdi],eax
    const { status, body } = await access({ kind: 'insn', bytes: '89070107', regs });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'completed',
      regs: { ...regs, rip: '0x400004' },
    });

    const after = await access({ kind: 'insn', bytes: '8b0f', regs });
    expect(after.body.regs).toMatchObject({ rcx: '0xa' });
  });

  it('waits for a device model in the middle of it', async () => {
    const { access, answer, get } = await setup();
    // mov ecx,[rdi] ; mov edx,ecx
    const code = { kind: 'insn', bytes: '8b0f89ca', regs: { rdi: MMIO } };
    const pending = await access(code, AT_ONCE);
    expect(pending.status).toBe(202);
    expect(pending.body).toMatchObject({
      outcome: 'pending',
      reason: 'ioreq',
      regs: { rip: '0x0' },
    });

    await answer('0x77');

    const { body } = await get('/domains/1/guest-access/1');
    expect(body).toMatchObject({ outcome: 'completed', regs: { rip: '0x4', rdx: '0x77' } });
  });

  it('answers the exception that it ends with', async () => {
    const { access } = await setup();

    const { body } = await access({ kind: 'insn', bytes: '0f0b' });

    expect(body).toMatchObject({ outcome: 'injected', exception: { vector: 6 } });
  });

  it.each([
    ['an instruction that is not emulated', { bytes: '0fa2' }, 422],
    ['bytes that are none', { bytes: '0f' }, 422],
    ['no bytes', {}, 400],
    ['half a byte', { bytes: '900' }, 400],
    ['a register that is none', { bytes: '90', regs: { eax: '0x1' } }, 400],
    ['a register of 65 bits', { bytes: '90', regs: { rax: '0x10000000000000000' } }, 400],
  ])('does not let in %s', async (_, code, status) => {
    const { access } = await setup();

    expect((await access({ kind: 'insn', ...code })).status).toBe(status);
  });
});
