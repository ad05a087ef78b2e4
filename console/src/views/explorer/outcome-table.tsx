/** Every outcome that there is: what befell whom, how the world stood in the end, and whether that may be. */

import { stateInWords, type State } from '../../parts/sequence/rows.js';
import type { Exploration } from '../../parts/sequence/outcome.js';
import { outcomesInOrder } from '../../../../src/client/outcomes-in-order.js';
import { resultInWords } from './result-in-words.js';

interface Props {
  readonly exploration: Exploration;
  readonly chosen: number;
  readonly hrefTo: (nr: number) => string;
}

export function OutcomeTable({ exploration, chosen, hrefTo }: Props) {
  const outcomes = outcomesInOrder(exploration.outcomes);
  const actors = Object.keys(outcomes[0]?.outcome.results ?? {});
  const { schedules, truncated } = exploration;
  return (
    <table class="explorer-outcomes">
      <caption>
        Outcomes: {outcomes.length}
        {truncated ? ' so far, the bound was reached' : ' and no others'}, from{' '}
        {schedules.toLocaleString('en')} schedules
      </caption>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          {actors.map((actor) => (
            <th scope="col" key={actor}>
              {actor}
            </th>
          ))}
          <th scope="col">In the end</th>
          <th scope="col">Schedules</th>
          <th scope="col">Violates</th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map(({ nr, outcome: { results, state, violated, count } }) => (
          <tr key={nr} aria-current={nr === chosen ? 'true' : undefined}>
            <th scope="row">
              <a href={hrefTo(nr)}>{nr === chosen ? `${nr}, shown below` : `show ${nr}`}</a>
            </th>
            {actors.map((actor) => (
              <td key={actor}>{results[actor]?.map(resultInWords).join('; ')}</td>
            ))}
            <td>{stateInWords(state as State)}</td>
            <td>{count.toLocaleString('en')}</td>
            <td class={violated.length > 0 ? 'bad' : 'good'}>
              {violated.length > 0 ? `✗ ${violated.join(', ')}` : '✓ nothing'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
