/** A stretch of pages, coloured by type: few of them one by one, many as a bar. */

import type { DrawnStretch } from './picture.js';
import { rangeOf, stretchInWords } from './stretch-in-words.js';

const MOST_SINGLE = 64;

export function Strip(stretch: DrawnStretch) {
  const { nr, runs, markedLevel, entryType } = stretch;
  const marked = markedLevel === undefined ? undefined : entryType;
  return (
    <figure class="tour-strip">
      <figcaption>
        Pages <code>{rangeOf(stretch)}</code>: {stretchInWords(stretch)}
      </figcaption>
      <div class="tour-bar" aria-hidden="true">
        {runs.flatMap(({ first_gfn, nr: pages, type }) =>
          nr > MOST_SINGLE ? (
            <span
              key={first_gfn}
              data-type={type}
              data-marked={marked}
              ref={(bar) => {
                if (bar) bar.style.flexGrow = String(pages);
              }}
            />
          ) : (
            Array.from({ length: pages }, (_, page) => (
              <span key={`${first_gfn} ${page}`} data-type={type} data-marked={marked} />
            ))
          ),
        )}
      </div>
    </figure>
  );
}
