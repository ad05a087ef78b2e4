import { describe, expect, it } from 'vitest';
import {
  boxOf,
  cellSize,
  cellUnder,
  GUTTER,
  heightFor,
} from '../../../../console/src/views/map/cell-box.js';

const WIDTH = GUTTER + 64 * 10.5;

describe('boxOf', () => {
  it('leaves no pixel between neighbours, alone or together', () => {
    const size = cellSize(WIDTH);
    const [first, second] = [boxOf(64, size), boxOf(65, size)];

    expect(first.x + first.width).toBe(second.x);
    expect(first.y).toBe(boxOf(0, size).height);
    expect(boxOf(64, size, 2).width).toBe(first.width + second.width);
  });
});

describe('cellUnder', () => {
  it('finds the cell that is drawn there', () => {
    const { x, y } = boxOf(130, cellSize(WIDTH));

    expect(cellUnder(x + 2, y + 2, WIDTH)).toBe(130);
    expect(cellUnder(GUTTER - 1, 5, WIDTH)).toBeUndefined();
    expect(cellUnder(GUTTER + 5, WIDTH, WIDTH)).toBeUndefined();
  });
});

describe('heightFor', () => {
  it('has room for the rows that there are', () => {
    expect(heightFor(WIDTH, 64)).toBe(11);
    expect(heightFor(WIDTH, 65)).toBe(21);
  });
});
