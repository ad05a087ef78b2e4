/** Which stretch of the axis is seen. */

export interface TimelineWindow {
  readonly left: number;
  readonly right: number;
}

const LEAST_SPAN = 4;
/** Of a window that follows the newest, how much is left empty for what comes. */
const AHEAD = 0.05;

export const spanOf = ({ left, right }: TimelineWindow): number => right - left;

export function zoomed(window: TimelineWindow, factor: number, around: number): TimelineWindow {
  const span = Math.max(spanOf(window) * factor, LEAST_SPAN);
  const share = (around - window.left) / spanOf(window);
  return { left: around - share * span, right: around + (1 - share) * span };
}

export const panned = ({ left, right }: TimelineWindow, by: number): TimelineWindow => ({
  left: left + by,
  right: right + by,
});

/** The newest at its right edge. */
export const following = (newest: number, span: number): TimelineWindow => ({
  left: newest - span * (1 - AHEAD),
  right: newest + span * AHEAD,
});

export const around = (place: number, span: number): TimelineWindow => ({
  left: place - span / 2,
  right: place + span / 2,
});

export function whole(first: number, newest: number): TimelineWindow {
  const span = Math.max(newest - first, LEAST_SPAN);
  return { left: first - span * AHEAD, right: newest + span * AHEAD };
}
