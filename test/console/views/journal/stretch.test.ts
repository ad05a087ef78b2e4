import { expect, it } from 'vitest';
import type { Entry } from '../../../../console/src/live/entry.js';
import { stretchOf } from '../../../../console/src/views/journal/stretch.js';

const entries = Array.from({ length: 10 }, (_, index) => ({ seq: index + 1 })) as Entry[];
const isEven = ({ seq }: Entry) => seq % 2 === 0;
const seqs = (until: number | undefined, most: number) => {
  const { rows, hasOlder } = stretchOf(entries, isEven, until, most);
  return [rows.map(({ seq }) => seq), hasOlder];
};

it('is the newest that match, and says whether there are older ones', () => {
  expect(seqs(undefined, 3)).toEqual([[10, 8, 6], true]);
  expect(seqs(5, 3)).toEqual([[4, 2], false]);
  expect(seqs(5, 2)).toEqual([[4, 2], false]);
});
