/** Which argument of the thread is run. */

import { goTo, hrefTo } from '../../navigation.js';
import type { Example } from '../../parts/sequence/program.js';

interface Props {
  readonly examples: readonly Example[];
  readonly chosen: Example | undefined;
}

/** The question of the thread, and its two answers. */
const SHORT_WAYS = [
  ['a-unmap-without-pause', 'without pause'],
  ['b-unmap-with-pause', 'with pause'],
] as const;

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
                {name.replace('-', ') ').replaceAll('-', ' ')}
              </option>
            ))}
          </select>
        </label>
        {SHORT_WAYS.map(([example, says]) => (
          <a
            key={example}
            href={hrefTo({ query: { example } })}
            aria-current={chosen?.name === example ? 'true' : undefined}
          >
            {says}
          </a>
        ))}
      </div>
      <p>{chosen?.about}</p>
    </>
  );
}
