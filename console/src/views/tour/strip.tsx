/** A stretch of pages, coloured by type: few of them one by one, many as a bar; and in words, each with its colour. */

import { markInWords, rangeOf } from './stretch-in-words.js';
import type { DrawnStretch } from './picture.js';

const MOST_SINGLE = 64;

interface Props extends DrawnStretch {
  /** Pages of the longest stretch beside which it is drawn. */
  readonly widest: number;
}

export function Strip({ widest, ...stretch }: Props) {
  const { nr, runs } = stretch;
  const isBar = widest > MOST_SINGLE;
  const marked = stretch.markedLevel === undefined ? undefined : stretch.entryType;
  return (
    <figure class="tour-strip">
      <figcaption>
        Pages <code>{rangeOf(stretch)}</code>:
        {runs.map((run) => (
          <span key={run.first_gfn}>
            <i data-type={run.type} data-marked={marked} /> {run.nr} × {run.type}
          </span>
        ))}
        {markInWords(stretch)}
      </figcaption>
      <div class="tour-bar" aria-hidden="true" style={{ width: `${(100 * nr) / widest}%` }}>
        {runs.flatMap((run) =>
          Array.from({ length: isBar ? 1 : run.nr }, (_, page) => (
            <i
              key={`${run.first_gfn} ${page}`}
              data-type={run.type}
              data-marked={marked}
              style={{ flexGrow: isBar ? `${run.nr}` : '1' }}
            />
          )),
        )}
      </div>
    </figure>
  );
}
