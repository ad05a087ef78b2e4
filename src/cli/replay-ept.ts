/** `npm run replay:ept -- FILE…`: replay recordings of Xen's EPT code against the core. */

import { readRecording, scenariosOf } from './replay-ept/recording.js';
import { replayScenario } from './replay-ept/replayer.js';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('usage: npm run replay:ept -- FILE…\n');
  process.exit(2);
}

let steps = 0;
let mismatches = 0;
for (const file of files) {
  let first: string | undefined;
  for (const scenario of scenariosOf(readRecording(file))) {
    const replay = replayScenario(scenario);
    steps += replay.steps;
    mismatches += replay.mismatches;
    first ??= replay.first;
  }
  if (first !== undefined) process.stdout.write(`${file}: ${first}\n`);
}
process.stdout.write(`${steps} steps, ${mismatches} mismatches\n`);
process.exitCode = mismatches > 0 ? 1 : 0;
