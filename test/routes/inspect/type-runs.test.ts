import { describe, expect, it, vi } from 'vitest';
import { runsOf } from '../../../src/routes/inspect/type-runs.js';
import { hostWithRam } from '../../support/host.js';

describe('runsOf', () => {
  it('cuts what is mapped as a whole at both ends', async () => {
    const { d1 } = hostWithRam(0, { memory: [{ firstGfn: 0, nr: 1024, order: 9 }] });

    expect(await runsOf(d1.p2m, 100, 1000)).toEqual([
      { first_gfn: 100, nr: 924, type: 'ram_rw' },
      { first_gfn: 1024, nr: 76, type: 'mmio_dm' },
    ]);
  });

  it('lets others have their turn', async () => {
    const { d1 } = hostWithRam(3000);
    const clock = vi.spyOn(performance, 'now');
    let now = 0;
    clock.mockImplementation(() => (now += 1));
    const others = vi.fn();
    setImmediate(others);

    await runsOf(d1.p2m, 0, 3000);
    clock.mockRestore();

    expect(others).toHaveBeenCalled();
  });
});
