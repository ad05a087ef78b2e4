import { describe, expect, it, vi } from 'vitest';
import { cellsOf } from '../../../src/routes/inspect/ept-cells.js';
import { hostWithRam } from '../../support/host.js';

describe('cellsOf', () => {
  it('puts neighbours together that are alike, and cells of several types by themselves', async () => {
    const { d1 } = hostWithRam(5, { memory: [{ firstGfn: 4, nr: 5, order: 0 }] });
    const plain = { mapping_order: 0, recalc: false, misconfigured: false };

    expect(await cellsOf(d1.p2m, 0, 1, 6)).toEqual([
      { first_gfn: 0, cells: 2, type: 'mmio_dm', ...plain },
      { first_gfn: 4, cells: 2, type: 'ram_rw', ...plain },
      {
        first_gfn: 8,
        cells: 1,
        type: 'ram_rw',
        ...plain,
        mixed: [
          { type: 'ram_rw', nr: 1, first_gfn: 8 },
          { type: 'mmio_dm', nr: 1, first_gfn: 9 },
        ],
      },
      { first_gfn: 10, cells: 1, type: 'mmio_dm', ...plain },
    ]);
  });

  it('lets others have their turn within a cell', async () => {
    const { d1 } = hostWithRam(5000);
    const clock = vi.spyOn(performance, 'now');
    let now = 0;
    clock.mockImplementation(() => (now += 2));
    const others = vi.fn();
    setImmediate(others);

    await cellsOf(d1.p2m, 0, 18, 1);
    clock.mockRestore();

    expect(others).toHaveBeenCalled();
  });
});
