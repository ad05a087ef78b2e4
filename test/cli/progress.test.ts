import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/cli/progress.js';
import type { Terminal } from '../../src/cli/terminal.js';

function told(isWatched: boolean) {
  let text = '';
  const err = (piece: string) => void (text += piece);
  const progress = progressOn({ isWatched, err } as unknown as Terminal);
  progress.tell('1 of 2');
  progress.tell('at once after it');
  progress.end();
  return text;
}

describe('progressOn', () => {
  it('writes one line over, and takes it away', () => {
    expect(told(true)).toBe('\r\u001b[K1 of 2\r\u001b[K');
  });

  it('writes nothing where nobody looks', () => {
    expect(told(false)).toBe('');
  });
});
