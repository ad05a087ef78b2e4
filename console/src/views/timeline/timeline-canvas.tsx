/** The timeline to look at and to move about in: pointer, wheel and keys. */

import { useRef } from 'preact/hooks';
import { useDrawn } from '../../parts/drawn.js';
import { LABELS, drawTimeline, heightOf, placeAt, type Drawing } from './draw-timeline.js';
import { spanOf, type TimelineWindow } from './timeline-window.js';

interface Props {
  readonly drawing: Drawing;
  readonly label: string;
  readonly onZoom: (factor: number, around: number) => void;
  readonly onPan: (by: number) => void;
  /** Of the axis, and how high on the canvas. */
  readonly onPoint: (place: number, slack: number, lane: number) => void;
  readonly onStep: (by: number) => void;
  readonly onFollow: () => void;
}

const WHEEL_FACTOR = 1.002;
const KEY_FACTOR = 1.5;
const KEY_PAN = 0.5;
/** How far beside a thin bar one may click, in pixels. */
const SLACK = 6;
const LANE_HEIGHT = heightOf(2) - heightOf(1);

export function TimelineCanvas(props: Props) {
  const { drawing, label, onPan, onPoint, onStep, onFollow } = props;
  const { window, lanes } = drawing;
  const { canvas, width } = useDrawn({
    heightFor: () => heightOf(lanes.length),
    draw: (context, wide) => drawTimeline(context, wide, drawing),
    onWheel: ({ deltaY, offsetX }) =>
      props.onZoom(WHEEL_FACTOR ** deltaY, placeAt(offsetX, width.value, window)),
  });
  const dragged = useRef<{ x: number; moved: boolean } | undefined>(undefined);
  const perPixel = () => spanOf(window) / Math.max(1, width.value - LABELS);
  const middle = (of: TimelineWindow) => (of.left + of.right) / 2;

  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => onStep(-1),
    ArrowRight: () => onStep(1),
    PageUp: () => onPan(-KEY_PAN * spanOf(window)),
    PageDown: () => onPan(KEY_PAN * spanOf(window)),
    End: onFollow,
    '+': () => props.onZoom(1 / KEY_FACTOR, middle(window)),
    '=': () => props.onZoom(1 / KEY_FACTOR, middle(window)),
    '-': () => props.onZoom(KEY_FACTOR, middle(window)),
  };

  return (
    <canvas
      ref={canvas}
      class="timeline-canvas"
      tabIndex={0}
      role="application"
      aria-label={label}
      aria-describedby="timeline-keys"
      onPointerDown={(event) => {
        dragged.current = { x: event.offsetX, moved: false };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={({ offsetX }) => {
        const from = dragged.current;
        if (from === undefined || offsetX === from.x) return;
        dragged.current = { x: offsetX, moved: true };
        onPan((from.x - offsetX) * perPixel());
      }}
      onPointerUp={({ offsetX, offsetY }) => {
        if (dragged.current?.moved === false)
          onPoint(
            placeAt(offsetX, width.value, window),
            SLACK * perPixel(),
            Math.floor(offsetY / LANE_HEIGHT),
          );
        dragged.current = undefined;
      }}
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        act();
      }}
    />
  );
}
