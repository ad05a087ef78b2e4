import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';
import { buffers, octets, packed, told } from '../../support/buffers.js';

const FLUSH_TLBS = 5;
const SET_MEM_TYPE = 8;
const GET_MEM_TYPE = 15;

describe('POST /domains/{domid}/hvm_op/{number}', () => {
  it('answers the return code and the struct as Xen leaves it', async () => {
    const tools = await api();
    await tools.createDomain();
    const send = octets(tools);

    const asked = buffers(packed([2, 1], [2, 0], [4, 0], [8, 0x9_0000n]));
    const { status, answer } = await send(`/domains/1/hvm_op/${GET_MEM_TYPE}`, asked);

    expect([status, told(answer).rc, told(answer).buffers[0]?.readUInt16LE(2)]).toEqual([
      200, 0, 2,
    ]);
  });

  it('stops where the header says, and tells by which number to go on', async () => {
    const tools = await api();
    await tools.createDomain({ profile: '4.8' });
    const body = buffers(packed([2, 1], [2, 1], [4, 600], [8, 0x100]));
    const send = async (number: number) => {
      const sent = tools.app.inject({
        method: 'POST',
        url: `/domains/1/hvm_op/${number}`,
        headers: { 'content-type': 'application/octet-stream', 'xen-preempt-after': '1' },
        payload: body,
      });
      const { rawPayload, headers } = await sent;
      return [rawPayload.readInt32LE(0), headers['xen-continuation']];
    };

    expect(await send(SET_MEM_TYPE)).toEqual([-85, '264']);
    expect(await send(0x108)).toEqual([-85, '520']);
    expect(await send(0x208)).toEqual([0, undefined]);
  });

  it('takes no body for a null pointer', async () => {
    const tools = await api();
    await tools.createDomain();

    const { answer } = await octets(tools)(`/domains/1/hvm_op/${FLUSH_TLBS}`);
    expect([...answer]).toEqual(Array(8).fill(0));
  });

  it('does not let in what holds no buffers', async () => {
    const tools = await api();
    await tools.createDomain();

    expect((await octets(tools)('/domains/1/hvm_op/5', Buffer.from([1]))).status).toBe(400);
    expect((await tools.post('/domains/1/hvm_op/x', {})).status).toBe(400);
  });
});
