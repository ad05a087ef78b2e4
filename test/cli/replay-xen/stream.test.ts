import { describe, expect, it } from 'vitest';
import { lookAtAccess, startAccess } from '../../../src/cli/replay-xen/access.js';
import { Stream } from '../../../src/cli/replay-xen/stream.js';
import { addServerA, guestStep, READ, worldOf } from '../../support/replay.js';

async function setup(options = {}) {
  const world = await worldOf('l_test', { by: 'stream' });
  await addServerA(world, options);
  return { world, stream: new Stream() };
}

describe('Stream', () => {
  it('takes what is pushed and answers it', async () => {
    const { world, stream } = await setup();
    await startAccess(world, guestStep({ bytes: '0107' })); // add [rdi],eax

    expect(await stream.take(world, 0)).toEqual({ ...READ, vp_eport_matches: true });
    await stream.answer(world, 0, 1n);
    expect(await stream.take(world, 0)).toMatchObject({ dir: 'write', data: '0x55667789' });
    await stream.answer(world, 0, undefined);

    expect(await lookAtAccess(world)).toMatchObject({ outcome: 'completed' });
    await expect(stream.take(world, 0)).rejects.toThrow('pushes no request');
    await expect(stream.answer(world, 0, 1n)).rejects.toThrow('has no request in work');
    await stream.release();
  });

  it('is refused where somebody else has answered', async () => {
    const { world, stream } = await setup();
    await startAccess(world, guestStep());
    await stream.take(world, 0);
    await world.demand('POST', '/ioreq-servers/0/exchange', { completions: [{ vcpu: 0 }] });

    await expect(stream.answer(world, 0, 1n)).rejects.toThrow('took no answer to request 1');
    await stream.release();
  });

  it('leaves requests alone while it is away', async () => {
    const { world, stream } = await setup();
    expect(await stream.drain(world, 0)).toEqual([]);
    await stream.release();
    await startAccess(world, guestStep());

    const { answer } = await world.demand('GET', '/vcpus/0');
    expect(answer).toMatchObject({ waits_for: { ioservid: 0 } });
    expect(await stream.take(world, 0)).toMatchObject(READ);
    await stream.release();
  });

  it('finds the server that has got the id of one that is gone', async () => {
    const { world, stream } = await setup();
    await stream.drain(world, 0);
    await world.demand('POST', '/dmop/destroy_ioreq_server', { id: 0 });
    await addServerA(world);
    await startAccess(world, guestStep());

    expect(await stream.take(world, 0)).toMatchObject({ dir: 'read' });
    await stream.release();
  });

  it('shows what is buffered slot by slot', async () => {
    const { world, stream } = await setup({ handle_bufioreq: 1 });
    const ring = new DataView(new ArrayBuffer(16));
    ring.setUint32(4, 1, true);
    ring.setUint32(8, 1 | (0xa_0010 << 12), true);
    ring.setUint32(12, 0x11, true);
    await world.demand('PUT', '/ioreq-servers/0/pages/bufioreq', new Uint8Array(ring.buffer));

    expect(await stream.drain(world, 0)).toEqual([
      { srv: 'A', type: 1, dir: 'write', size_code: 0, addr: '0xa0010', data: '0x11' },
    ]);
    expect(await stream.drain(world, 0)).toEqual([]);
    await stream.release();
  });
});
