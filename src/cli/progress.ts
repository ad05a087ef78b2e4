/** How far long work has come: one line that is written over, where somebody looks. */

import type { Terminal } from './terminal.js';

const MS_BETWEEN = 100;
const OVER = '\r\u001b[K';

export interface Progress {
  tell(text: string): void;
  /** Takes the line away. */
  end(): void;
}

export function progressOn({ isWatched, err }: Terminal): Progress {
  let told = -Infinity;
  return {
    tell(text) {
      const now = performance.now();
      if (!isWatched || now - told < MS_BETWEEN) return;
      told = now;
      err(`${OVER}${text}`);
    },
    end() {
      if (told > -Infinity) err(OVER);
    },
  };
}
