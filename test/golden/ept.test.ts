/**
 * Recordings of Xen 4.17's own EPT code, replayed: every hand-written scenario, and of the random
 * sequences every twentieth (`npm run replay:ept -- test/golden/ept/*.gz` replays them all).
 */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording, scenariosOf } from '../../src/cli/replay-ept/recording.js';
import { replayScenario } from '../../src/cli/replay-ept/replayer.js';

const FOLDER = new URL('ept/', import.meta.url);
const SHARE = 20;

const isOfTheShare = (file: string) => {
  const number = /^random-(\d+)/.exec(file)?.[1];
  return number === undefined || Number(number) % SHARE === 0;
};

const files = readdirSync(FOLDER).filter(isOfTheShare);

describe("Xen's EPT recordings", () => {
  it('are all here', () => {
    expect(files.length).toBe(21);
  });

  it.each(files)('%s replays without a mismatch', { timeout: 60_000 }, (file) => {
    const recording = readRecording(new URL(file, FOLDER));
    for (const scenario of scenariosOf(recording)) {
      const { steps, mismatches, first } = replayScenario(scenario);

      expect({ steps, mismatches, first }).toEqual({
        steps: scenario.length,
        mismatches: 0,
        first: undefined,
      });
    }
  });
});
