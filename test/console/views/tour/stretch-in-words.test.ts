import { expect, it } from 'vitest';
import { markInWords, rangeOf } from '../../../../console/src/views/tour/stretch-in-words.js';

const STRETCH = { first_gfn: 0x1000, nr: 512, runs: [], entryType: 'ioreq_server' };

it('says which pages, and what a mark leaves standing', () => {
  expect(rangeOf(STRETCH)).toBe('0x1000 – 0x11ff');
  expect(markInWords({ ...STRETCH, markedLevel: undefined })).toBe('');
  expect(markInWords({ ...STRETCH, markedLevel: 1 })).toBe(
    'if asked; marked at the PDE, and the entries still say ioreq_server',
  );
});
