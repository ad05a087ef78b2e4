import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../../src/cli/replay-ept/operations.js';
import { readRecording } from '../../../src/cli/replay-ept/recording.js';

const RECORDINGS = ['handwritten', 'random-000', 'random-070', 'random-400'];

describe('OPERATIONS', () => {
  it.each(RECORDINGS)('has every operation of %s', (name) => {
    const steps = readRecording(`test/golden/ept/${name}.jsonl.gz`);
    const recorded = new Set(steps.map(({ op }) => op).filter((op) => op !== 'setup'));

    expect([...recorded].filter((op) => !(op in OPERATIONS))).toEqual([]);
  });
});
