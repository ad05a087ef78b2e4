/** The whole guest in a strip, and where in it the map is: a press on it goes there. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive } from '../../live/use-live.js';
import { useDrawn } from '../../parts/drawn.js';
import { palette } from '../../parts/palette.js';
import { drawCell } from './draw-map.js';
import { spread } from './map-cells.js';
import { gfnsOf, type MapWindow } from './map-window.js';

interface Props {
  readonly domid: number;
  /** The number of gfns that there are to be seen. */
  readonly end: number;
  readonly window: MapWindow;
  readonly concerns: (entry: Entry) => boolean;
  readonly onGo: (gfn: number) => void;
}

const MOST_CELLS = 512;
const HEIGHT = 22;

export function Overview({ domid, end, window, concerns, onGo }: Props) {
  const order = Math.max(0, Math.ceil(Math.log2(end / MOST_CELLS)));
  const shown = Math.min(MOST_CELLS, Math.ceil(end / 2 ** order));
  const { value } = useLive(
    async (signal) => {
      const query = { first_gfn: '0x0', order, cells: shown };
      const params = { path: { domid }, query };
      return spread(await answerOf(api.value.GET('/domains/{domid}/ept-map', { params, signal })));
    },
    concerns,
    [domid, order, shown],
  );
  const cells = value.value ?? [];
  const colours = palette.value;
  const { canvas, width } = useDrawn({
    heightFor: () => HEIGHT,
    draw: (context, wide) => {
      const size = wide / shown;
      context.clearRect(0, 0, wide, HEIGHT);
      for (const [cell, run] of cells.entries()) {
        const box = { x: cell * size, y: 0, width: Math.ceil(size), height: HEIGHT };
        drawCell(context, box, run, colours);
      }
      const x = (window.first / 2 ** order) * size;
      const span = Math.max(4, (gfnsOf(window) / 2 ** order) * size);
      context.strokeStyle = colours.of('--text');
      context.lineWidth = 2;
      context.strokeRect(x + 1, 1, Math.min(span, wide - x) - 2, HEIGHT - 2);
    },
  });
  const go = ({ offsetX }: PointerEvent) => onGo((offsetX / width.value) * shown * 2 ** order);

  return (
    <canvas
      ref={canvas}
      class="map-overview"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    />
  );
}
