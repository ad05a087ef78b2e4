import { describe, expect, it } from 'vitest';
import {
  bytesInWords,
  cellInWords,
  mappingInWords,
  pagesInWords,
  rangeInWords,
} from '../../../../console/src/views/map/in-words.js';

const RUN = {
  first_gfn: '0x0',
  cells: 1,
  type: 'ram_rw',
  mapping_order: 9,
  recalc: true,
  misconfigured: true,
} as const;

describe('bytesInWords', () => {
  it.each([
    [1, '4 KiB'],
    [8, '32 KiB'],
    [0x140, '1.25 MiB'],
    [0xff000, '3.98 GiB'],
    [2 ** 28, '1 TiB'],
    [2 ** 36, '256 TiB'],
  ])('%d pages are %s', (pages, words) => {
    expect(bytesInWords(pages)).toBe(words);
  });
});

describe('pagesInWords and rangeInWords', () => {
  it('speak of one page as of one', () => {
    expect(pagesInWords(1)).toBe('1 page, 4 KiB');
    expect(pagesInWords(262_144)).toBe('262,144 pages, 1 GiB');
    expect(rangeInWords(0x10, 1)).toBe('0x10');
    expect(rangeInWords(0x10, 16)).toBe('0x10 – 0x1f');
  });
});

describe('mappingInWords', () => {
  it('is the size of the page, unless nothing is mapped', () => {
    expect(mappingInWords(RUN)).toBe('2 MiB');
    expect(mappingInWords({ ...RUN, type: 'mmio_dm' })).toBe('hole');
  });
});

describe('cellInWords', () => {
  it('says where it is, what it is and how it is marked', () => {
    expect(cellInWords(RUN, 0x200, 512)).toBe(
      'gfn 0x200 – 0x3ff · gpa 0x200000 · ram_rw · mapped by 2 MiB · to be recalculated, misconfigured',
    );
  });
});
