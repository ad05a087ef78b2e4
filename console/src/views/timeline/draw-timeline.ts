/** The timeline on its canvas: what is narrower than a pixel is drawn once. */

import type { Palette } from '../../parts/palette.js';
import { AXES, type AxisName } from './axis.js';
import { laneOfMark, serverKey, vcpuKey, type Lane } from './lanes.js';
import type { Seen } from './seen.js';
import { LONG } from './stuck.js';
import type { Mark, MarkKind, Request } from './timeline-model.js';
import { spanOf, type TimelineWindow } from './timeline-window.js';

export const LABELS = 84;
const LANE = 38;
const BAR = 22;
const LEAST_BAR = 3;
const TEXT = 14;
const TOP = 6;

export interface Drawing {
  readonly lanes: readonly Lane[];
  readonly seen: Seen;
  readonly window: TimelineWindow;
  readonly axis: AxisName;
  /** The seq of the record that is chosen. */
  readonly chosen: number | undefined;
  /** In milliseconds of this page. */
  readonly now: number;
  readonly palette: Palette;
  readonly reasonOf: (request: Request) => string;
}

/** How each mark looks: its letter says it too, where there is room. */
export const MARK_LOOKS: Readonly<Record<MarkKind, { colour: string; letter: string }>> = {
  vmexit: { colour: '--soft', letter: '' },
  ept_misconfig: { colour: '--warn', letter: 'm' },
  inject: { colour: '--bad', letter: '!' },
  crash: { colour: '--bad', letter: '✗' },
  ioreq_claim: { colour: '--ioreq-server', letter: 'c' },
  p2m_type: { colour: '--ram-rw', letter: '' },
  hypercall: { colour: '--accent', letter: '' },
  bufioreq: { colour: '--ioreq-server', letter: 'b' },
};

export const heightOf = (lanes: number): number => TOP + lanes * LANE;

export const placeAt = (x: number, width: number, window: TimelineWindow): number =>
  window.left + ((x - LABELS) / (width - LABELS)) * spanOf(window);

export function drawTimeline(context: CanvasRenderingContext2D, width: number, drawing: Drawing) {
  const { lanes, seen, window, axis, palette } = drawing;
  const topOf = new Map(lanes.map(({ key }, index) => [key, TOP + index * LANE]));
  const scale = (width - LABELS) / spanOf(window);
  const xOf = (place: number) =>
    LABELS + Math.min(Math.max((place - window.left) * scale, 0), width - LABELS);
  const colour = (token: string) => palette.of(token);
  const drawn = new Set<number>();

  /** Whether nothing of the kind has been drawn at the pixel. */
  const isFirst = (lane: number, x: number, look: number) => {
    const key = (lane * 65_536 + Math.round(x)) * 16 + look;
    if (drawn.has(key)) return false;
    drawn.add(key);
    return true;
  };

  const drawBar = (request: Request) => {
    const { begin, delivered, completed } = request;
    const { at } = AXES[axis];
    const left = xOf(at(begin));
    const right = completed === undefined ? width : xOf(at(completed));
    const isStuck = completed === undefined && drawing.now - begin.at > LONG;
    const vcpuTop = topOf.get(vcpuKey(request.vcpu)) ?? 0;
    const serverTop = topOf.get(serverKey(request.ioservid)) ?? 0;
    const wide = Math.max(right - left, LEAST_BAR);
    if (wide > LEAST_BAR || isFirst(vcpuTop, left, isStuck ? 1 : 2)) {
      context.fillStyle = colour(isStuck ? '--bad' : '--soft');
      context.fillRect(left, vcpuTop + BAR / 2 + 6, wide, 4);
      context.fillStyle = colour(isStuck ? '--bad' : '--ioreq-server');
      context.globalAlpha = isStuck ? 0.45 : 0.35;
      context.fillRect(left, serverTop + 5, wide, BAR);
      context.globalAlpha = 1;
      if (delivered !== undefined) {
        const from = xOf(at(delivered));
        context.fillRect(from, serverTop + 5, Math.max(right - from, LEAST_BAR), BAR);
      }
    }
    if (isStuck) {
      const reason = drawing.reasonOf(request);
      const length = context.measureText(reason).width + 8;
      const from = Math.max(LABELS, Math.min(left, width - length));
      context.fillStyle = colour('--sunken');
      context.fillRect(from, vcpuTop, length, TEXT);
      context.fillStyle = colour('--bad');
      context.fillText(reason, from + 4, vcpuTop + 11);
    }
    if (begin.seq !== drawing.chosen) return;
    context.strokeStyle = colour('--text');
    context.lineWidth = 2;
    context.strokeRect(left - 2, serverTop + 3, wide + 4, BAR + 4);
    context.strokeRect(left - 2, vcpuTop + 3, wide + 4, BAR + 4);
  };

  const drawMark = (mark: Mark) => {
    const { colour: token, letter } = MARK_LOOKS[mark.kind];
    const x = xOf(AXES[axis].at(mark));
    const top = topOf.get(laneOfMark(mark)) ?? 0;
    if (mark.seq !== drawing.chosen && !isFirst(top, x, 3 + letter.length)) return;
    context.fillStyle = colour(token);
    context.fillRect(x - 1, top + 3, mark.seq === drawing.chosen ? 4 : 2, LANE - 8);
    if (letter !== '') context.fillText(letter, x + 3, top + 12);
  };

  context.clearRect(0, 0, width, heightOf(lanes.length));
  context.font = '12px sans-serif';
  for (const [index, { label }] of lanes.entries()) {
    const top = TOP + index * LANE;
    context.fillStyle = colour('--sunken');
    context.fillRect(LABELS, top, width - LABELS, LANE - 4);
    context.fillStyle = colour('--text');
    context.fillText(label, 2, top + LANE / 2 + 2);
  }
  seen.requests.forEach(drawBar);
  seen.marks.forEach(drawMark);
}
