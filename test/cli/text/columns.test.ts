import { describe, expect, it } from 'vitest';
import { columns } from '../../../src/cli/text/columns.js';

describe('columns', () => {
  it('are as wide as what stands in them', () => {
    expect(
      columns(
        ['a', 'long'],
        [
          ['1234', ''],
          ['', 'x'],
        ],
      ),
    ).toBe('A     LONG\n1234\n      x');
  });
});
