import { describe, expect, it } from 'vitest';
import { KIND } from '../../../src/hypervisor/journal/journal-kinds.js';
import { FILTER_WORDS, filterOf } from '../../../src/routes/journal/filter-word.js';
import { struct } from '../../../src/routes/wire/struct.js';

const filter = (query: object) => filterOf(struct(FILTER_WORDS).decode(query));

describe('filterOf', () => {
  it('knows kinds and operations by their names', () => {
    expect(
      filter({ kind: 'npf,vmexit', op: 'hvmop/get_time,exchange', domid: 1, gfn: '0x10' }),
    ).toEqual({
      kinds: new Set([KIND.npf, KIND.vmexit]),
      ops: new Set([10, -2]),
      domid: 1,
      vcpu: undefined,
      gfn: 16,
    });
    expect(Object.values(filter({}))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([{ kind: 'npf,foo' }, { op: 'dmop/foo' }, { kind: '' }])('knows no %j', (query) => {
    expect(() => filter(query)).toThrow(/query parameter \/(kind|op) there is no (kind|op)/);
  });
});
