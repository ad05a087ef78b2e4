/**
 * Recordings of whole Xens, a guest and device models, replayed over HTTP. To keep it short, one file of each kind is
 * replayed as a whole where nothing but calls are made, and of the rest every so many scenarios, those that a row of
 * the exceptions names among them; `npm run replay:xen -- test/golden/xen/*.gz` replays all of it.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXCEPTIONS, type Exception } from '../../src/cli/replay-xen/exceptions.js';
import type { WorldSpec } from '../../src/cli/replay-xen/world-spec.js';
import { readRecording } from '../../src/cli/replay-xen/recording.js';
import { replayScenario } from '../../src/cli/replay-xen/replayer.js';
import { startService, type Service } from '../../src/cli/replay-xen/service.js';
import { TRANSPORTS } from '../../src/cli/replay-xen/transports.js';

const CALLS_ONLY = /^(rc|sf)_/;

/** Of a file: which scenarios are played whatever their place, and of the others one in so many. */
// prettier-ignore
const SHARES = [
  { name: 'xen-4.17',     nr: 88, by: 'exchange', always: CALLS_ONLY,  oneIn: 9 },
  { name: 'xen-4.22',     nr: 88, by: 'exchange', always: undefined,   oneIn: 9 },
  { name: 'surface-4.17', nr: 57, by: 'exchange', always: undefined,   oneIn: 5 },
  { name: 'surface-4.22', nr: 57, by: 'exchange', always: CALLS_ONLY,  oneIn: 1 },
  { name: 'xen-4.17',     nr: 88, by: 'pages',    always: undefined,   oneIn: 20 },
  { name: 'xen-4.22',     nr: 88, by: 'stream',   always: undefined,   oneIn: 20 },
] as const;

let service: Service;
const used = new Set<Exception>();

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

describe.each(SHARES)('$name by $by', ({ name, nr, by, always, oneIn }) => {
  const { version, scenarios } = readRecording(new URL(`xen/${name}.jsonl.gz`, import.meta.url));

  it('is all here', () => {
    expect(scenarios.size).toBe(nr);
    expect(name).toMatch(new RegExp(`-${version}$`));
  });

  const isNamed = (scenario: string) =>
    name === 'xen-4.17' &&
    by === 'exchange' &&
    EXCEPTIONS.some((row) => row.scenario?.test(scenario));
  const chosen = [...scenarios].filter(
    ([scenario], place) =>
      place % oneIn === 0 || always?.test(scenario) === true || isNamed(scenario),
  );

  it.each(chosen)(`%s replays by ${by} without a mismatch`, async (scenario, steps) => {
    await replayed({ scenario, version, steps, transport: TRANSPORTS[by] });
  });
});

async function replayed(spec: WorldSpec) {
  const { first, mismatches, exceptions } = await replayScenario(service, spec);

  for (const row of exceptions.keys()) used.add(row);
  expect({ first, mismatches }).toEqual({ first: undefined, mismatches: 0 });
}

describe('the table of exceptions', () => {
  it('has no row that is of no use', () => {
    expect(EXCEPTIONS.filter((row) => !used.has(row))).toEqual([]);
  });
});
