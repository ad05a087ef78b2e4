/** Where to go and how near, by buttons. */

import type { ComponentChildren } from 'preact';
import { GoToPage } from './go-to-page.js';

interface Props {
  readonly choice: ComponentChildren;
  readonly isNearest: boolean;
  readonly isWhole: boolean;
  readonly onGo: (gfn: number) => void;
  readonly onZoom: (by: number) => void;
}

export function MapControls({ choice, isNearest, isWhole, onGo, onZoom }: Props) {
  return (
    <div class="row map-controls">
      {choice}
      <GoToPage onGo={onGo} />
      <span class="row" role="group" aria-label="Zoom">
        <button onClick={() => onZoom(-1)} disabled={isNearest} aria-label="Zoom in">
          +
        </button>
        <button onClick={() => onZoom(1)} disabled={isWhole} aria-label="Zoom out">
          −
        </button>
        <button onClick={() => onZoom(Infinity)} disabled={isWhole}>
          Whole guest
        </button>
      </span>
    </div>
  );
}
