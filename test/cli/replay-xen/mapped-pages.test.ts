import { describe, expect, it } from 'vitest';
import { addServerA, worldOf } from '../../support/replay.js';

describe('MappedPages', () => {
  it('acquires what nobody has mapped, and keeps it when the server goes', async () => {
    const world = await worldOf('sf_x');
    await addServerA(world, { handle_bufioreq: 1 });
    await world.pages.write('bufioreq', 4, Uint8Array.of(7));
    await world.demand('POST', '/dmop/destroy_ioreq_server', { id: 0 });

    expect((await world.pages.read('bufioreq'))[4]).toBe(7);
  });

  it('maps RAM, and lets go of it', async () => {
    const { pages } = await worldOf('sf_x');
    await pages.mapGfns('ram', '0x400', 2);
    expect(pages.has('ram')).toBe(true);
    await pages.unmap(['ram', 'ioreq']);

    expect(pages.has('ram')).toBe(false);
  });
});
