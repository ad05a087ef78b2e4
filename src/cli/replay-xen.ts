/** `npm run replay:xen -- FILE…`: replay recordings of a whole Xen over the HTTP API. */

import { parseArgs } from 'node:util';
import { describeException, type Exception } from './replay-xen/exceptions.js';
import { readRecording } from './replay-xen/recording.js';
import { replayScenario } from './replay-xen/replayer.js';
import { choosing } from './replay-xen/scenario-globs.js';
import { startService } from './replay-xen/service.js';
import { TRANSPORTS, type TransportName } from './replay-xen/transports.js';

const USAGE = `usage: npm run replay:xen -- [--scenarios 'g_*,l_*'] [--by ${Object.keys(TRANSPORTS).join('|')}] FILE…`;

const { positionals: files, values } = parseArgs({
  allowPositionals: true,
  options: { scenarios: { type: 'string' }, by: { type: 'string', default: 'exchange' } },
});
if (files.length === 0 || !Object.hasOwn(TRANSPORTS, values.by)) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const transport = TRANSPORTS[values.by as TransportName];
const isChosen = choosing(values.scenarios);
const totals = { scenarios: 0, steps: 0, skipped: 0, mismatches: 0 };
const used = new Map<Exception, number>();
const service = await startService();
for (const file of files) {
  const { version, scenarios } = readRecording(file);
  for (const [scenario, steps] of scenarios) {
    if (!isChosen(scenario)) continue;
    const replay = await replayScenario(service, { scenario, version, transport, steps });
    totals.scenarios++;
    totals.steps += replay.steps;
    totals.skipped += replay.skipped;
    totals.mismatches += replay.mismatches;
    for (const [row, times] of replay.exceptions) used.set(row, (used.get(row) ?? 0) + times);
    if (replay.first !== undefined) say(`${file}: ${replay.first}`);
  }
}
await service.close();

for (const [row, times] of used) say(describeException(row, times));
say(
  `${totals.scenarios} scenarios, ${totals.steps} steps, ${totals.skipped} skipped, ${totals.mismatches} mismatches`,
);
process.exitCode = totals.mismatches > 0 ? 1 : 0;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
