/** All steps, to see how far one has come and to go elsewhere. */

import { hrefTo } from '../../navigation.js';
import type { TourStep } from './tour-step.js';

interface Props {
  readonly steps: readonly TourStep[];
  readonly at: number;
  readonly onChoose?: () => void;
}

export function StepList({ steps, at, onChoose }: Props) {
  return (
    <nav aria-label="Steps of the tour">
      <ol>
        {steps.map(({ title }, index) => (
          <li key={title}>
            <a
              href={hrefTo({ query: { step: String(index + 1) } })}
              aria-current={index + 1 === at ? 'step' : undefined}
              onClick={onChoose}
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
