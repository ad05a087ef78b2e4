import { describe, expect, it } from 'vitest';
import { fields } from '../../../src/cli/text/fields.js';

describe('fields', () => {
  it('are one a line', () => {
    expect(fields({ rc: 0, name: 'x', none: null, list: [1] })).toBe(
      'rc    0\nname  x\nnone  null\nlist  [1]',
    );
    expect(fields({})).toBe('');
  });
});
