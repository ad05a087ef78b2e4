import { describe, expect, it } from 'vitest';
import { XenstoreError } from '../../src/xenstore/xenstore-error.js';

describe('XenstoreError', () => {
  it('is sent by its name and says to people what was refused', () => {
    expect(new XenstoreError('ENOENT', 'there is no /a')).toMatchObject({
      errno: 'ENOENT',
      message: 'there is no /a',
    });
  });
});
