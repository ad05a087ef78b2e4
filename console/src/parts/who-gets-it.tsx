/** The answers to who gets an address, and why nobody else does. */

import { answerSentence } from './answer-sentence.js';
import type { Selection } from './both-ways.js';

export const WhoGetsIt = ({ answers }: { readonly answers: readonly Selection[] }) => (
  <>
    {answers.map((answer) => (
      <p key={answer.dir}>
        <strong>{answerSentence(answer)}</strong>{' '}
        <span class="soft">
          Why: {[answer.why, ...answer.passed_over.map(({ why }) => why)].join('; ')}.
        </span>
      </p>
    ))}
  </>
);
