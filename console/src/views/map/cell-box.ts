/** Where on the canvas each cell is, in pixels. */

import { COLUMNS, ROWS } from './map-window.js';

/** Room at the left for the gfns at which rows begin. */
export const GUTTER = 92;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const cellSize = (width: number): number => (width - GUTTER) / COLUMNS;
export const heightFor = (width: number, cells: number): number =>
  Math.ceil(cellSize(width) * Math.ceil(cells / COLUMNS));

/** Undefined beside the cells. */
export function cellUnder(x: number, y: number, width: number): number | undefined {
  const size = cellSize(width);
  const [column, row] = [Math.floor((x - GUTTER) / size), Math.floor(y / size)];
  if (column < 0 || column >= COLUMNS || row < 0 || row >= ROWS) return undefined;
  return row * COLUMNS + column;
}

/** Of so many neighbours in a row. */
export function boxOf(cell: number, size: number, cells = 1): Box {
  const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
  const [x, y] = [GUTTER + Math.round(column * size), Math.round(row * size)];
  return {
    x,
    y,
    width: GUTTER + Math.round((column + cells) * size) - x,
    height: Math.round((row + 1) * size) - y,
  };
}
