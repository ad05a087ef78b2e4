/**
 * What of a guest the map shows: rows of equally many cells, a cell of `2^order` gfns. Zooming doubles or halves a
 * cell; the first cell of a row begins at a multiple of what a row holds, so that its number is a round one.
 */

export const COLUMNS = 64;
export const ROWS = 32;
export const CELLS = COLUMNS * ROWS;
const MOST_OF = 0.97;

export interface MapWindow {
  readonly first: number;
  readonly order: number;
}

export const gfnsOfRow = (order: number): number => COLUMNS * 2 ** order;
export const gfnsOf = ({ order }: MapWindow): number => CELLS * 2 ** order;

/** The smallest order at which so many gfns fit. */
export const orderFor = (gfns: number): number => Math.max(0, Math.ceil(Math.log2(gfns / CELLS)));

/** From about `first` on, but not beyond `end`, the number of gfns that there are to be seen. */
export function windowAt(first: number, order: number, end: number): MapWindow {
  const row = gfnsOfRow(order);
  const most = Math.max(0, Math.ceil(end / row) - ROWS);
  return { first: Math.min(Math.max(Math.floor(first / row), 0), most) * row, order };
}

/** From the beginning, as much as a guest of so many pages needs, give or take a few special ones. */
export const fitting = (pages: number, end: number): MapWindow =>
  windowAt(0, Math.min(orderFor(pages * MOST_OF), orderFor(end)), end);

/** Cells of twice the size, `by` times over (half, where it is negative); a gfn stays in its row. */
export function zoomed(window: MapWindow, by: number, gfn: number, end: number): MapWindow {
  const order = Math.min(Math.max(window.order + by, 0), orderFor(end));
  const above = Math.floor((gfn - window.first) / gfnsOfRow(window.order));
  const row = gfnsOfRow(order);
  return windowAt((Math.floor(gfn / row) - above) * row, order, end);
}

export const panned = ({ first, order }: MapWindow, rows: number, end: number): MapWindow =>
  windowAt(first + rows * gfnsOfRow(order), order, end);

/** As near, with a gfn in the middle. */
export const around = (window: MapWindow, gfn: number, end: number): MapWindow =>
  windowAt(gfn - gfnsOf(window) / 2, window.order, end);

/** The same if it has the gfn, else one around it. */
export const showing = (window: MapWindow, gfn: number, end: number): MapWindow =>
  gfn >= window.first && gfn < window.first + gfnsOf(window) ? window : around(window, gfn, end);

export const cellAt = ({ first, order }: MapWindow, gfn: number): number =>
  Math.floor((gfn - first) / 2 ** order);

export const gfnAt = ({ first, order }: MapWindow, cell: number): number =>
  first + cell * 2 ** order;

/** How many of its cells there are: beyond `end` is nothing. */
export const cellsWithin = (window: MapWindow, end: number): number =>
  Math.min(CELLS, Math.max(1, Math.ceil((end - window.first) / 2 ** window.order)));
