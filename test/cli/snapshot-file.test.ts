import { describe, expect, it } from 'vitest';
import { sizeInWords, typeOf } from '../../src/cli/snapshot-file.js';

describe('a snapshot in a file', () => {
  it('is told by its first byte', () => {
    expect(typeOf(Buffer.from('{'))).toBe('application/json');
    expect(typeOf(Buffer.from('FXS1'))).toBe('application/vnd.fakexen.snapshot');
  });

  it('has a size', () => {
    expect([sizeInWords(9), sizeInWords(3.5 * 2 ** 20)]).toEqual(['9 bytes', '3.5 MiB']);
  });
});
