/** Recordings of whole Xens, a guest and device models, replayed over HTTP: every scenario of both. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXCEPTIONS, type Exception } from '../../src/cli/replay-xen/exceptions.js';
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
    const transport = TRANSPORTS.exchange;

    const replay = await replayScenario(service, { scenario, version, transport, steps });

    for (const row of replay.exceptions.keys()) used.add(row);
    expect({ first: replay.first, mismatches: replay.mismatches }).toEqual({
      first: undefined,
      mismatches: 0,
    });
  });
});

describe('the table of exceptions', () => {
  it('has no row that is of no use', () => {
    expect(EXCEPTIONS.filter((row) => !used.has(row))).toEqual([]);
  });
});
