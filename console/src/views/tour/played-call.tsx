/** A call as it went out and what came back, held against what the step says of it. */

import type { Played } from './played.js';

const LONG = 600;

export function PlayedCall({
  call: { call, body, async, status: wanted, answer: expected },
  ...came
}: Played) {
  const { status, answer, isAsExpected } = came;
  return (
    <li class="tour-call">
      <div>
        <code>{call}</code>
        {async && (
          <>
            {' '}
            with <code>Prefer: respond-async</code>
          </>
        )}
      </div>
      {body && <Json value={body} />}
      <div>
        <span class={isAsExpected ? 'good' : 'bad'}>
          {isAsExpected ? '✓' : '✗'} {status}
        </span>
        {!isAsExpected && (
          <>
            , not {wanted} with <code>{json(expected)}</code>
          </>
        )}
      </div>
      <Json value={answer} />
    </li>
  );
}

/** What is long is there for who wants it. */
function Json({ value }: { readonly value: unknown }) {
  const text = json(value);
  const shown = <pre tabIndex={0}>{text}</pre>;
  if (text.length < LONG) return shown;
  return (
    <details>
      <summary>{text.length.toLocaleString('en')} characters of JSON</summary>
      {shown}
    </details>
  );
}

/** On one line, with blanks at which it can be broken. */
const json = (value: unknown) => JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ');
