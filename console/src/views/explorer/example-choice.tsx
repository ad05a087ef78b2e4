/** Which argument of the thread is run. */

import { goTo, hrefTo } from '../../navigation.js';
import type { Example } from '../../parts/sequence/program.js';

interface Props {
  readonly examples: readonly Example[];
  readonly chosen: Example | undefined;
}

/** The question of the thread, and the pause that answers it: one click from each to the other. */
const SHORT_WAYS = 2;

export function ExampleChoice({ examples, chosen }: Props) {
  return (
    <>
      <div class="row">
        <label>
          Example{' '}
          <select
            value={chosen?.name}
            onChange={({ currentTarget }) => goTo({ query: { example: currentTarget.value } })}
          >
            {examples.map(({ name }) => (
              <option key={name} value={name}>
                {titleOf(name)}
              </option>
            ))}
          </select>
        </label>
        {examples.slice(0, SHORT_WAYS).map(({ name }) => (
          <a
            key={name}
            href={hrefTo({ query: { example: name } })}
            aria-current={chosen?.name === name ? 'true' : undefined}
          >
            {titleOf(name)}
          </a>
        ))}
      </div>
      <p>{chosen?.about}</p>
    </>
  );
}

const titleOf = (name: string) => name.replace('-', ') ').replaceAll('-', ' ');
