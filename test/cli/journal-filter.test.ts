import { describe, expect, it } from 'vitest';
import { Given } from '../../src/cli/given.js';
import { filterIn } from '../../src/cli/journal-filter.js';

describe('filterIn', () => {
  it('asks for no more than was said', () => {
    expect(
      filterIn(
        new Given([
          ['gfn', '256'],
          ['after', '7'],
        ]),
      ),
    ).toEqual({ gfn: '0x100', after: 7 });
    expect(filterIn(new Given([]))).toEqual({});
  });
});
