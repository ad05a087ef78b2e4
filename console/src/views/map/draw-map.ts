/** The map on a canvas: a cell's types as bands of their shares, marks over them, and how often guests stumbled. */

import { hex } from './in-words.js';
import type { CellRun } from './map-cells.js';
import { cellAt, CELLS, COLUMNS, gfnAt, ROWS, type MapWindow } from './map-window.js';
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

/** Room at the left for the gfns at which rows begin. */
const GUTTER = 92;
const LABEL_EVERY = 4;
/** However rare a type is, it can be seen. */
const THINNEST = 0.25;
/** Smaller cells touch each other, and have no room for numbers. */
const ROOMY = 7;
const ROOM_FOR_NUMBERS = 13;
/** Pixels of the fence around what is misconfigured. */
const EDGE = 2;

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

export function drawMap(context: Context, width: number, drawing: Drawing): void {
  const { window, cells, palette, focus, chosen } = drawing;
  const size = cellSize(width);
  context.clearRect(0, 0, width, heightFor(width, cells.length));
  drawLabels(context, size, drawing);
  for (const [cell, run] of cells.entries()) drawCell(context, boxOf(cell, size), run, palette);
  drawEdges(context, size, cells, palette.of('--bad'));
  drawViolations(context, size, drawing);
  const at = chosen === undefined ? -1 : cellAt(window, chosen);
  if (at >= 0 && at < CELLS) outline(context, boxOf(at, size), palette.of('--text'), 2);
  if (focus !== undefined) outline(context, boxOf(focus, size), palette.of('--accent'), 2);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(cell: number, size: number): Box {
  const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
  const gap = size >= ROOMY ? 1 : 0;
  const x = GUTTER + Math.round(column * size);
  const y = Math.round(row * size);
  return {
    x,
    y,
    width: GUTTER + Math.round((column + 1) * size) - x - gap,
    height: Math.round((row + 1) * size) - y - gap,
  };
}

function drawLabels(context: Context, size: number, { window, cells, palette }: Drawing): void {
  context.font = '11px ui-monospace, "DejaVu Sans Mono", monospace';
  context.textAlign = 'right';
  context.textBaseline = 'top';
  context.fillStyle = palette.of('--soft');
  for (let row = 0; row * COLUMNS < cells.length; row += LABEL_EVERY)
    context.fillText(hex(gfnAt(window, row * COLUMNS)), GUTTER - 8, row * size);
}

export function drawCell(context: Context, box: Box, run: CellRun, palette: Palette): void {
  const { x, y, width, height } = box;
  context.fillStyle = palette.of(tokenOf(run.type));
  context.fillRect(x, y, width, height);
  if (run.mixed !== undefined) drawShares(context, box, run.mixed, palette);
  if (run.recalc) hatch(context, box, palette.of('--bad'));
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

function hatch(context: Context, { x, y, width, height }: Box, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.globalAlpha = 0.6;
  context.beginPath();
  context.moveTo(x, y + height);
  context.lineTo(x + width, y);
  context.stroke();
  context.globalAlpha = 1;
}

/** What is misconfigured is fenced in. */
function drawEdges(context: Context, size: number, cells: readonly CellRun[], colour: string) {
  const isOpen = (cell: number) => cells[cell]?.misconfigured !== true;
  context.fillStyle = colour;
  for (const [cell, { misconfigured }] of cells.entries()) {
    if (!misconfigured) continue;
    const { x, y } = boxOf(cell, size);
    const [right, bottom] = [boxOf(cell + 1, size).x, boxOf(cell + COLUMNS, size).y];
    const column = cell % COLUMNS;
    const end = column === COLUMNS - 1 ? x + Math.round(size) : right;
    if (isOpen(cell - COLUMNS)) context.fillRect(x, y, end - x, EDGE);
    if (isOpen(cell + COLUMNS)) context.fillRect(x, bottom - EDGE, end - x, EDGE);
    if (column === 0 || isOpen(cell - 1)) context.fillRect(x, y, EDGE, bottom - y);
    if (end !== right || isOpen(cell + 1)) context.fillRect(end - EDGE, y, EDGE, bottom - y);
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
