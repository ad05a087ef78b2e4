/** `npm run demo`: the seed's scenario against a service of its own, as a transcript. */

import { isDeepStrictEqual } from 'node:util';
import { Host } from '../hypervisor/index.js';
import { buildApp } from '../server/app.js';
import { play, type Played } from './demo/story.js';
import { XENGT_STORY } from './demo/xengt-story.js';

const WIDTH = 200;

const app = await buildApp({ host: new Host() });
const url = await app.listen({ host: '127.0.0.1', port: 0 });
let unexpected = 0;
for (const { title, steps } of XENGT_STORY) {
  say(`\n## ${title}\n`);
  for (const step of steps) tell(await play(url, step));
}
await app.close();
process.exitCode = unexpected === 0 ? 0 : 1;

function tell({ step, status, answer }: Played): void {
  say(`# ${step.shows}`);
  say(`${step.call}${step.body === undefined ? '' : ` ${JSON.stringify(step.body)}`}`);
  say(`→ ${status} ${shortened(JSON.stringify(answer))}\n`);
  if (status === step.status && holds(answer, step.answer)) return;
  unexpected++;
  say(`!! expected ${step.status} ${JSON.stringify(step.answer)}\n`);
}

/** Whether an answer has everything that is expected of it. */
function holds(answer: unknown, expected: unknown): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(answer) &&
      answer.length === expected.length &&
      expected.every((item, index) => holds(answer[index], item))
    );
  if (typeof expected === 'object' && expected !== null)
    return (
      typeof answer === 'object' &&
      answer !== null &&
      Object.entries(expected).every(([key, value]) =>
        holds((answer as Record<string, unknown>)[key], value),
      )
    );
  return isDeepStrictEqual(answer, expected);
}

function shortened(text: string): string {
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
