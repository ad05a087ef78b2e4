import { expect, it } from 'vitest';
import { callsInWords, recordedCalls, tallyInWords } from '../../../src/cli/replay-qemu/report.js';
import { Tally } from '../../../src/cli/replay-qemu/tally.js';

it('says the figures first, and nothing of what is as it was', () => {
  const tally = new Tally();
  tally.served = 3;

  expect(tallyInWords(tally)).toEqual([
    '3 requests served, 0 buffered, 0 not served',
    '0 of 0 register reads equal',
    '0 of 0 string reads equal',
  ]);
  expect(callsInWords(new Map(), recordedCalls({ argv: [], records: [] }))).toEqual([]);
});
