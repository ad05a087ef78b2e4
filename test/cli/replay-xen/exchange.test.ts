import { describe, expect, it } from 'vitest';
import { lookAtAccess, startAccess } from '../../../src/cli/replay-xen/access.js';
import { Exchange } from '../../../src/cli/replay-xen/exchange.js';
import { addServerA, guestStep, READ, worldOf } from '../../support/replay.js';

async function setup() {
  const world = await worldOf();
  return { world, exchange: new Exchange() };
}

describe('Exchange', () => {
  it('takes a request and answers it', async () => {
    const { world, exchange } = await setup();
    await addServerA(world);
    await startAccess(world, guestStep());

    expect(await exchange.take(world, 0)).toEqual({ ...READ, vp_eport_matches: true });
    await exchange.answer(world, 0, 7n);

    expect(await lookAtAccess(world)).toMatchObject({ outcome: 'completed', regs: { rax: '0x7' } });
  });

  it('keeps the next request in mind that came with the last answer', async () => {
    const { world, exchange } = await setup();
    await addServerA(world);
    await startAccess(world, guestStep({ bytes: '0107' })); // add [rdi],eax
    await exchange.take(world, 0);
    await exchange.answer(world, 0, 1n);

    expect(await exchange.take(world, 0)).toMatchObject({ dir: 'write', data: '0x55667789' });
    await exchange.answer(world, 0, undefined);

    expect(await lookAtAccess(world)).toMatchObject({ outcome: 'completed' });
    await expect(exchange.take(world, 0)).rejects.toThrow('hands out no request');
  });

  it('is refused where nothing waits for its answer', async () => {
    const { world, exchange } = await setup();
    await addServerA(world);
    await startAccess(world, guestStep());
    await exchange.take(world, 0);
    await world.demand('POST', '/ioreq-servers/0/exchange', { completions: [{ vcpu: 0 }] });

    await expect(exchange.answer(world, 0, 1n)).rejects.toThrow('took no answer to request 1');
  });

  it('shows what is buffered slot by slot', async () => {
    const { world, exchange } = await setup();
    await addServerA(world, { handle_bufioreq: 1 });
    const ring = new DataView(new ArrayBuffer(24));
    ring.setUint32(4, 2, true);
    ring.setUint32(8, 1 | (3 << 10) | (0xa_0010 << 12), true);
    ring.setUint32(12, 0x1111, true);
    ring.setUint32(20, 0x2222, true);
    await world.demand('PUT', '/ioreq-servers/0/pages/bufioreq', new Uint8Array(ring.buffer));

    const slot = { srv: 'A', type: 1, dir: 'write', size_code: 3, addr: '0xa0010' };
    expect(await exchange.drain(world, 0)).toEqual([
      { ...slot, data: '0x1111' },
      { ...slot, data: '0x2222' },
    ]);
  });
});
