/** A call as it went out and what came back, held against what the step says of it. */

import type { Played } from './played.js';

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
      {body && <pre tabIndex={0}>{json(body)}</pre>}
      <div>
        <span class={isAsExpected ? 'good' : 'bad'}>
          {isAsExpected ? '✓' : '✗'} {status}
        </span>
      </div>
      <pre tabIndex={0}>{json(answer)}</pre>
      {!isAsExpected && (
        <p class="problem" role="alert">
          This is not what the step says. It should have been {wanted} with{' '}
          <code>{json(expected)}</code>. Either this service does not do what the tour tells, or
          somebody else is at work on the tour’s host.
        </p>
      )}
    </li>
  );
}

/** On one line, with blanks at which it can be broken. */
const json = (value: unknown) => JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ');
