import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/routes/by-number/dm-op.js';
import { api } from '../../support/api.js';
import { BAD, buffers, dmOp, octets, packed, told } from '../../support/buffers.js';

const CREATE = 1;
const SET_ISA_IRQ_LEVEL = 9;
const SET_MEM_TYPE = 12;
const BATCH = 'application/vnd.fakexen.dm-op-batch';

async function setup(spec: object = {}) {
  const tools = await api();
  await tools.createDomain(spec);
  const send = octets(tools);
  return { ...tools, send, dmop: (body?: Uint8Array) => send('/domains/1/dm_op', body) };
}

describe('POST /domains/{domid}/dm_op', () => {
  it('answers the return code and the buffers as Xen leaves them', async () => {
    const { dmop } = await setup();
    await dmop(buffers(dmOp(CREATE)));

    const { status, answer } = await dmop(buffers(dmOp(CREATE), BAD));

    const { rc, buffers: written } = told(answer);
    expect([status, rc, answer.readUInt32LE(4)]).toEqual([200, 0, 2]);
    expect(written[0]?.readUInt16LE(12)).toBe(1);
  });

  it('answers 200 whatever Xen refuses, and leaves the buffers alone', async () => {
    const { dmop } = await setup();
    const body = buffers(dmOp(99));

    const { status, answer } = await dmop(body);

    expect([status, answer.readInt32LE(0)]).toEqual([200, -95]);
    expect(answer.subarray(4)).toEqual(body);
    expect([...(await dmop()).answer]).toEqual([...packed([4, -61], [4, 0])]);
  });

  it('issues the call as the domain of the header', async () => {
    const { send } = await setup();
    const headers = { 'xen-caller-domid': '1' };

    const { answer } = await send('/domains/1/dm_op', buffers(dmOp(CREATE)), headers);
    expect(answer.readInt32LE(0)).toBe(-1);
  });

  it('stops where the header says, and goes on with what it has left in the buffers', async () => {
    const { send } = await setup();
    const call = (body: Uint8Array) => send('/domains/1/dm_op', body, { 'xen-preempt-after': '2' });
    const struct = packed([4, 600], [2, 1], [2, 0], [8, 0x100]);

    const { answer } = await call(buffers(dmOp(SET_MEM_TYPE, struct)));

    const left = packed([4, 88], [2, 1], [2, 0], [8, 0x300]);
    expect([answer.readInt32LE(0), answer.subarray(20, 36)]).toEqual([-85, left]);
    expect((await call(answer.subarray(4))).answer.readInt32LE(0)).toBe(0);
  });

  it('does not let in what holds no buffers', async () => {
    const { dmop, post } = await setup();

    expect((await dmop(Buffer.from([1]))).status).toBe(400);
    expect((await post('/domains/1/dm_op', {})).status).toBe(415);
  });

  it('refuses what would take a real host down', async () => {
    const { dmop } = await setup({ emulation: 'lapic' });

    const { status, answer } = await dmop(buffers(dmOp(SET_ISA_IRQ_LEVEL, packed([1, 4], [1, 1]))));

    expect([status, JSON.parse(answer.toString())]).toEqual([
      409,
      expect.objectContaining({ type: 'urn:fakexen:hazard:host_panic' }),
    ]);
  });

  it('takes many calls in a batch', async () => {
    const tools = await setup();
    const call = Buffer.concat([packed([2, 1], [2, 0]), buffers(dmOp(CREATE))]);

    const batch = octets(tools, BATCH);
    const body = Buffer.concat([packed([4, 2]), call, call]);
    const { status, answer } = await batch('/domains/1/dm_op', body);

    expect([status, answer.length]).toEqual([200, body.length]);
    expect(answer.readUInt16LE(4 + call.length + 24)).toBe(1);
  });
});

describe('answerOf', () => {
  it('has no buffers where none came', () => {
    expect([...answerOf(-3, new Uint8Array())]).toEqual([0xfd, 0xff, 0xff, 0xff, 0, 0, 0, 0]);
  });
});
