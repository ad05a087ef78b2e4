import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/routes/journal/entry.js';
import type { Pattern } from '../../../src/routes/journal/expectation.js';
import { differences, patternInWords } from '../../../src/routes/journal/pattern.js';

const ENTRY = {
  seq: 5,
  kind: 'hypercall',
  domid: 1,
  gfn: '0x100',
  nr: 4,
  op: 'dmop/set_mem_type',
  rc: 0,
  args: { nr: 4, mem_type: 'ioreq_server', first_pfn: '0x100' },
} as unknown as Entry;

describe('differences', () => {
  // prettier-ignore
  it.each<[Pattern, string[]]>([
    [{},                                                        []],
    [{ kind: 'hypercall', domid: 1, rc: 0 },                    []],
    [{ gfn: 0x103 as never },                                   []],
    [{ gfn: 0x104 as never },                                   ['gfn']],
    [{ op: 'dmop/*' },                                          []],
    [{ op: 'hvmop/*', domid: 2 },                               ['domid', 'op']],
    [{ fields: { args: { first_pfn: 256, nr: '4' } } },         []],
    [{ fields: { args: { first_pfn: '0x101' }, seq: '0x5' } },  ['args/first_pfn']],
    [{ fields: { qemu: 'handle_ioreq' } },                      ['qemu']],
  ])('from %j', (pattern, fields) => {
    expect(differences(ENTRY, pattern).map(({ field }) => field)).toEqual(fields);
  });

  it('says what was found, null where there is none', () => {
    expect(differences(ENTRY, { rc: -16, vcpu: 0 })).toEqual([
      { field: 'rc', expected: -16, found: 0 },
      { field: 'vcpu', expected: 0, found: null },
    ]);
  });
});

describe('patternInWords', () => {
  it.each<[Pattern, string]>([
    [{}, 'with any fields'],
    [
      { op: 'dmop/*', gfn: 16 as never, fields: { args: { id: 1 } } },
      'with op dmop/*, gfn 0x10, args {"id":1}',
    ],
  ])('%j', (pattern, words) => {
    expect(patternInWords(pattern)).toBe(words);
  });
});
