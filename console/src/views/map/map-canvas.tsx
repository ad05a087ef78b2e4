/** The map to look at and to move about in: pointer, wheel and keys. */

import { useRef } from 'preact/hooks';
import { useDrawn } from '../../parts/drawn.js';
import { palette } from '../../parts/palette.js';
import { cellSize, cellUnder, heightFor } from './cell-box.js';
import { drawMap } from './draw-map.js';
import type { CellRun } from './map-cells.js';
import { CELLS, COLUMNS, type MapWindow } from './map-window.js';

interface Props {
  readonly window: MapWindow;
  readonly cells: readonly CellRun[];
  readonly violations: ReadonlyMap<number, number>;
  readonly focus: number | undefined;
  readonly chosen: number | undefined;
  /** What the map says in words, for those who do not see it. */
  readonly label: string;
  readonly onFocus: (cell: number | undefined) => void;
  readonly onChoose: (cell: number) => void;
  readonly onZoom: (by: number, cell: number) => void;
  readonly onPan: (rows: number) => void;
}

/** How far each key moves the focus, in cells. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -COLUMNS,
  ArrowDown: COLUMNS,
};
const PANS: Readonly<Record<string, number>> = { PageUp: -16, PageDown: 16, Home: -Infinity };
const ZOOMS: Readonly<Record<string, number>> = { '+': -1, '=': -1, '-': 1, _: 1, '0': Infinity };
/** Pixels of the wheel that double or halve a cell. */
const WHEEL_STEP = 60;

export function MapCanvas(props: Props) {
  const { window, cells, violations, focus, chosen, label, onFocus, onChoose, onZoom, onPan } =
    props;
  const count = cells.length || CELLS;
  const drawing = { window, cells, violations, focus, chosen, palette: palette.value };
  const { canvas, width } = useDrawn({
    heightFor: (wide) => heightFor(wide, count),
    draw: (context, wide) => drawMap(context, wide, drawing),
    onWheel: (event) => turn(event),
  });
  const dragged = useRef<{ y: number; moved: boolean } | undefined>(undefined);
  const wheeled = useRef(0);
  const at = focus ?? 0;

  const cellOf = ({ offsetX, offsetY }: MouseEvent) => cellUnder(offsetX, offsetY, width.value);

  const turn = (event: WheelEvent) => {
    wheeled.current += event.deltaY;
    const by = Math.trunc(wheeled.current / WHEEL_STEP);
    wheeled.current -= by * WHEEL_STEP;
    if (by !== 0) onZoom(Math.sign(by), cellOf(event) ?? 0);
  };

  const drag = (event: PointerEvent) => {
    const from = dragged.current;
    if (from === undefined) {
      onFocus(cellOf(event));
      return;
    }
    const rows = Math.trunc((from.y - event.offsetY) / cellSize(width.value));
    if (rows === 0) return;
    dragged.current = { y: event.offsetY, moved: true };
    onPan(rows);
  };

  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key in STEPS) step(STEPS[key] ?? 0);
    else if (key in PANS) onPan(PANS[key] ?? 0);
    else if (key in ZOOMS) onZoom(ZOOMS[key] ?? 0, at);
    else if (key === 'Enter' || key === ' ') onChoose(at);
    else return;
    event.preventDefault();
  };

  /** Beyond the upper and the lower edge the map moves instead. */
  const step = (by: number) => {
    const next = at + by;
    const row = next < 0 ? -1 : next >= count ? 1 : 0;
    if (row !== 0) onPan(row);
    onFocus(next - row * COLUMNS);
  };

  return (
    <canvas
      ref={canvas}
      class="map-canvas"
      tabIndex={0}
      role="application"
      aria-label={label}
      aria-describedby="map-keys"
      onPointerDown={(event) => {
        dragged.current = { y: event.offsetY, moved: false };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={(event) => {
        const cell = cellOf(event);
        if (dragged.current?.moved === false && cell !== undefined) onChoose(cell);
        dragged.current = undefined;
      }}
      onPointerLeave={() => {
        if (dragged.current === undefined) onFocus(undefined);
      }}
      onKeyDown={press}
    />
  );
}
