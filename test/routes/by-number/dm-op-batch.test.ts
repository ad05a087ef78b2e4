import { describe, expect, it, vi } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { viewOf } from '../../../src/routes/by-number/buffers.js';
import { runBatch } from '../../../src/routes/by-number/dm-op-batch.js';
import { buffers, dmOp, packed } from '../../support/buffers.js';
import { hostWithRam } from '../../support/host.js';

const NR_VCPUS = 20;
const SET_MEM_TYPE = 12;

const batch = (count: number, ...calls: readonly (readonly [domid: number, body: Buffer])[]) =>
  Buffer.concat([
    packed([4, count]),
    ...calls.flatMap(([domid, body]) => [packed([2, domid], [2, 0]), body]),
  ]);

describe('runBatch', () => {
  it('makes every call and puts what each returns in place of its prefix', async () => {
    const { host } = hostWithRam(4);
    const call = buffers(dmOp(NR_VCPUS, undefined, { size: 12 }));
    const body = batch(3, [1, call], [9, call], [1, call]);

    await runBatch({ host, caller: 0 }, viewOf(body));

    const at = (index: number) => 4 + index * (4 + call.length);
    expect([0, 1, 2].map((index) => body.readInt32LE(at(index)))).toEqual([0, -3, 0]);
    expect([0, 1].map((index) => body.readUInt32LE(at(index) + 20))).toEqual([1, 0]);
  });

  it('gives others a turn, and waits for a call that does', async () => {
    const { host, d1 } = hostWithRam(1024);
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 3));
    const set = buffers(dmOp(SET_MEM_TYPE, packed([4, 1024], [2, 1], [2, 0], [8, 0])));
    const body = batch(1, [1, set]);

    await runBatch({ host }, viewOf(body));
    clock.mockRestore();

    expect([body.readInt32LE(4), d1.p2m.typeOf(1023)]).toEqual([0, P2MT.ram_ro]);
  });

  it('gives others a turn among many short calls', async () => {
    const { host } = hostWithRam(1);
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 6));
    const call = buffers(dmOp(NR_VCPUS, undefined, { size: 12 }));
    const many = Array.from({ length: 200 }, () => [1, call] as const);
    const order: string[] = [];
    setImmediate(() => order.push('another'));

    await runBatch({ host }, viewOf(batch(200, ...many))).then(() => order.push('the batch'));
    clock.mockRestore();

    expect(order).toEqual(['another', 'the batch']);
  });

  it('is nothing where there is no body', async () => {
    const { host } = hostWithRam(1);
    await expect(runBatch({ host }, new DataView(new ArrayBuffer(0)))).resolves.toBeUndefined();
  });

  it('makes no call unless all of the body can be read', async () => {
    const { host, d1 } = hostWithRam(4);
    const set = buffers(dmOp(SET_MEM_TYPE, packed([4, 1], [2, 1], [2, 0], [8, 0])));
    const run = (body: Buffer) => runBatch({ host }, viewOf(body));

    await expect(run(batch(2, [1, set]))).rejects.toThrow('the body ends before the word');
    await expect(run(batch(0, [1, set]))).rejects.toThrow('bytes are left at 4');
    const odd = batch(1, [1, set]);
    odd.writeUInt16LE(1, 6);
    await expect(run(odd)).rejects.toThrow('the half word at 6 is not 0');

    expect(d1.p2m.typeOf(0)).toBe(P2MT.ram_rw);
  });
});
