/** The map on a canvas: a cell's types as bands of their shares, marks over them, and how often guests stumbled. */

import { boxOf, cellSize, GUTTER, heightFor, type Box } from './cell-box.js';
import { hex } from './in-words.js';
import type { CellRun } from './map-cells.js';
import { cellAt, CELLS, COLUMNS, gfnAt, type MapWindow } from './map-window.js';
import type { Palette } from '../../parts/palette.js';
import { tokenOf } from './type-token.js';

export interface Drawing {
  readonly window: MapWindow;
  readonly cells: readonly CellRun[];
  readonly violations: ReadonlyMap<number, number>;
  readonly palette: Palette;
  /** The cell that the pointer or the keyboard is at. */
  readonly focus: number | undefined;
  /** The gfn whose entry is looked at. */
  readonly chosen: number | undefined;
}

type Context = CanvasRenderingContext2D;

const LABEL_EVERY = 4;
/** However rare a type is, it can be seen. */
const THINNEST = 0.25;
/** Smaller cells touch each other, and have no room for numbers. */
const ROOMY = 7;
const ROOM_FOR_NUMBERS = 13;
/** Pixels of the fence around what is misconfigured. */
const EDGE = 2;

export function drawMap(context: Context, width: number, drawing: Drawing): void {
  const { window, cells, palette, focus, chosen } = drawing;
  const size = cellSize(width);
  context.clearRect(0, 0, width, heightFor(width, cells.length));
  drawLabels(context, size, drawing);
  drawCells(context, size, cells, palette);
  if (size >= ROOMY) drawGaps(context, size, cells.length);
  drawHatches(context, size, cells, palette.of('--bad'));
  drawEdges(context, size, cells, palette.of('--bad'));
  drawViolations(context, size, drawing);
  const at = chosen === undefined ? -1 : cellAt(window, chosen);
  if (at >= 0 && at < CELLS) outline(context, boxOf(at, size), palette.of('--text'), 2);
  if (focus !== undefined) outline(context, boxOf(focus, size), palette.of('--accent'), 2);
}

function drawLabels(context: Context, size: number, { window, cells, palette }: Drawing): void {
  context.font = '11px ui-monospace, "DejaVu Sans Mono", monospace';
  context.textAlign = 'right';
  context.textBaseline = 'top';
  context.fillStyle = palette.of('--soft');
  for (let row = 0; row * COLUMNS < cells.length; row += LABEL_EVERY)
    context.fillText(hex(gfnAt(window, row * COLUMNS)), GUTTER - 8, row * size);
}

/** Neighbours that are alike at once. */
function drawCells(context: Context, size: number, cells: readonly CellRun[], palette: Palette) {
  for (let from = 0, to = 0; from < cells.length; from = to) {
    const run = cells[from] as CellRun;
    do to++;
    while (cells[to] === run && to % COLUMNS !== 0);
    drawCell(context, boxOf(from, size, to - from), run, palette);
  }
}

export function drawCell(context: Context, box: Box, run: CellRun, palette: Palette): void {
  context.fillStyle = palette.of(tokenOf(run.type));
  context.fillRect(box.x, box.y, box.width, box.height);
  if (run.mixed !== undefined) drawShares(context, box, run.mixed, palette);
}

/** The most frequent one is there already; the others lie upon it from below. */
function drawShares(
  context: Context,
  { x, y, width, height }: Box,
  shares: NonNullable<CellRun['mixed']>,
  palette: Palette,
): void {
  const all = shares.reduce((sum, { nr }) => sum + nr, 0);
  let bottom = y + height;
  for (const { type, nr } of shares.slice(1).toReversed()) {
    const band = Math.max(height * THINNEST, (height * nr) / all);
    context.fillStyle = palette.of(tokenOf(type));
    context.fillRect(x, Math.max(y, bottom - band), width, band);
    bottom -= band;
  }
}

function drawGaps(context: Context, size: number, cells: number): void {
  const { x, y, width } = boxOf(0, size, COLUMNS);
  const bottom = Math.round(Math.ceil(cells / COLUMNS) * size);
  for (let row = 0; row * COLUMNS < cells; row++)
    context.clearRect(x, Math.round((row + 1) * size) - 1, width, 1);
  for (let column = 0; column < COLUMNS; column++)
    context.clearRect(boxOf(column, size).x - 1, y, 1, bottom);
}

function drawHatches(
  context: Context,
  size: number,
  cells: readonly CellRun[],
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 0.6;
  context.beginPath();
  for (const [cell, { recalc }] of cells.entries()) {
    if (!recalc) continue;
    const { x, y, width, height } = boxOf(cell, size);
    context.moveTo(x, y + height);
    context.lineTo(x + width, y);
  }
  context.stroke();
}

/** What is misconfigured is fenced in. */
function drawEdges(context: Context, size: number, cells: readonly CellRun[], colour: string) {
  const isOpen = (cell: number) => cells[cell]?.misconfigured !== true;
  context.fillStyle = colour;
  for (const [cell, { misconfigured }] of cells.entries()) {
    if (!misconfigured) continue;
    const { x, y, width, height } = boxOf(cell, size);
    const column = cell % COLUMNS;
    if (isOpen(cell - COLUMNS)) context.fillRect(x, y, width, EDGE);
    if (isOpen(cell + COLUMNS)) context.fillRect(x, y + height - EDGE, width, EDGE);
    if (column === 0 || isOpen(cell - 1)) context.fillRect(x, y, EDGE, height);
    if (column === COLUMNS - 1 || isOpen(cell + 1))
      context.fillRect(x + width - EDGE, y, EDGE, height);
  }
}

function drawViolations(context: Context, size: number, drawing: Drawing): void {
  const { window, violations, palette } = drawing;
  const counts = new Map<number, number>();
  for (const [gfn, times] of violations) {
    const cell = cellAt(window, gfn);
    if (cell >= 0 && cell < CELLS) counts.set(cell, (counts.get(cell) ?? 0) + times);
  }
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [cell, times] of counts) {
    const { x, y, width, height } = boxOf(cell, size);
    const radius = Math.max(2, size * 0.36);
    context.fillStyle = palette.of('--text');
    context.beginPath();
    context.arc(x + width / 2, y + height / 2, radius, 0, 2 * Math.PI);
    context.fill();
    if (size < ROOM_FOR_NUMBERS) continue;
    context.fillStyle = palette.of('--ground');
    context.font = `${Math.round(size * 0.5)}px ui-monospace, "DejaVu Sans Mono", monospace`;
    context.fillText(times > 99 ? '∞' : String(times), x + width / 2, y + height / 2 + 0.5);
  }
}

function outline(context: Context, { x, y, width, height }: Box, colour: string, line: number) {
  context.strokeStyle = colour;
  context.lineWidth = line;
  context.strokeRect(Math.max(1, x - 1), Math.max(1, y - 1), width + 2, height + 2);
}
