import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  CELLS,
  cellsWithin,
  fitting,
  gfnAt,
  gfnsOf,
  gfnsOfRow,
  orderFor,
  panned,
  showing,
  windowAt,
  zoomed,
} from '../../../../console/src/views/map/map-window.js';

const END = 0xff000;
const anyWindow = fc
  .tuple(fc.nat(END), fc.nat(9))
  .map(([first, order]) => windowAt(first, order, END));

describe('windowAt', () => {
  it('begins at a row, and stays within what there is', () => {
    expect(windowAt(0x1234, 3, END)).toEqual({ first: 0x1200, order: 3 });
    expect(windowAt(-5, 3, END).first).toBe(0);
    expect(windowAt(END, 0, END)).toEqual({ first: END - CELLS, order: 0 });
  });
});

describe('fitting', () => {
  it('shows a small guest large, and a terabyte at once', () => {
    expect(fitting(16_368, END)).toEqual({ first: 0, order: 3 });
    expect(fitting(2 ** 28 + 16, 2 ** 28 + 2 ** 18)).toEqual({ first: 0, order: 17 });
    expect(fitting(4, 4)).toEqual({ first: 0, order: 0 });
  });
});

describe('zoomed', () => {
  it('keeps a gfn in sight, at any size from a page to the whole guest', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.nat(CELLS - 1),
        fc.integer({ min: -3, max: 3 }),
        (window, cell, by) => {
          const gfn = Math.min(gfnAt(window, cell), END - 1);
          const next = zoomed(window, by, gfn, END);

          expect(next.order).toBe(Math.min(Math.max(window.order + by, 0), orderFor(END)));
          expect(cellAt(next, gfn)).toBeGreaterThanOrEqual(0);
          expect(cellAt(next, gfn)).toBeLessThan(CELLS);
        },
      ),
    );
  });

  it('leaves it in its row where there is room', () => {
    const before = windowAt(0x4000, 2, END);
    const gfn = 0x5000;

    const after = zoomed(before, -1, gfn, END);

    const rowOf = (window: typeof before) =>
      Math.floor((gfn - window.first) / gfnsOfRow(window.order));
    expect(rowOf(after)).toBe(rowOf(before));
  });
});

describe('panned', () => {
  it('moves by rows, and stops at both ends', () => {
    const window = windowAt(0, 3, END);

    expect(panned(window, 2, END).first).toBe(2 * gfnsOfRow(3));
    expect(panned(window, -1, END)).toEqual(window);
    expect(panned(window, -Infinity, END)).toEqual(window);
  });
});

describe('showing', () => {
  it('moves only if it must', () => {
    const window = windowAt(0, 3, END);

    expect(showing(window, 0x3fff, END)).toBe(window);
    const moved = showing(window, 0xfeff0, END);
    expect(moved.first).toBeLessThanOrEqual(0xfeff0);
    expect(moved.first + gfnsOf(moved)).toBeGreaterThan(0xfeff0);
  });
});

describe('cellsWithin', () => {
  it('is what there is of the last window', () => {
    expect(cellsWithin({ first: 0, order: 0 }, 4)).toBe(4);
    expect(cellsWithin({ first: 0, order: 9 }, 2 ** 30)).toBe(CELLS);
  });
});
