/** Recordings of whole Xens, a guest and device models, replayed over HTTP: every scenario of both. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXCEPTIONS, type Exception } from '../../src/cli/replay-xen/exceptions.js';
import type { WorldSpec } from '../../src/cli/replay-xen/recorded-world.js';
import { readRecording } from '../../src/cli/replay-xen/recording.js';
import { replayScenario } from '../../src/cli/replay-xen/replayer.js';
import { startService, type Service } from '../../src/cli/replay-xen/service.js';
import { TRANSPORTS } from '../../src/cli/replay-xen/transports.js';

const NR_SCENARIOS = 88;

let service: Service;
const used = new Set<Exception>();

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

describe.each(['xen-4.17', 'xen-4.22'])('%s', (name) => {
  const { version, scenarios } = readRecording(new URL(`xen/${name}.jsonl.gz`, import.meta.url));

  it('is all here', () => {
    expect(scenarios.size).toBe(NR_SCENARIOS);
    expect(name).toBe(`xen-${version}`);
  });

  it.each([...scenarios])('%s replays without a mismatch', async (scenario, steps) => {
    await replayed({ scenario, version, steps, transport: TRANSPORTS.exchange });
  });
});

describe.each([
  ['xen-4.17', 'pages'],
  ['xen-4.22', 'stream'],
] as const)('%s served by %s', (name, by) => {
  const { version, scenarios } = readRecording(new URL(`xen/${name}.jsonl.gz`, import.meta.url));
  const ofGuests = [...scenarios].filter(([scenario]) => /^[gl]_/.test(scenario));

  it.each(ofGuests)('%s replays without a mismatch', async (scenario, steps) => {
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
