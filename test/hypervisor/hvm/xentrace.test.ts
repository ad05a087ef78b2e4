import { describe, expect, it } from 'vitest';
import { checkTraceRecord } from '../../../src/hypervisor/hvm/xentrace.js';
import { errno } from '../../support/host.js';

const trace =
  (event: number, extraBytes: number, wholeWords = false) =>
  () => {
    checkTraceRecord({ event, extraBytes }, { xentrace_whole_words: wholeWords });
  };

describe('checkTraceRecord', () => {
  it.each([
    [1, 0],
    [1, 28],
    [1, 3],
    [0xfff, 0],
  ])('takes event 0x%x with %i further bytes', (event, extraBytes) => {
    expect(trace(event, extraBytes)).not.toThrow();
  });

  it.each([
    [1, 32, '32 further bytes'],
    [0x1000, 0, 'event 4096'],
    [0xffff, 0, 'event 65535'],
  ])('answers EINVAL for event 0x%x with %i further bytes', (event, extraBytes, says) => {
    expect(trace(event, extraBytes)).toThrow(errno('EINVAL', says));
  });

  it('answers EINVAL for part of a word in 4.22', () => {
    expect(trace(1, 3, true)).toThrow(errno('EINVAL'));
    expect(trace(1, 4, true)).not.toThrow();
  });
});
