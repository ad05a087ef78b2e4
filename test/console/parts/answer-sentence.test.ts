import { describe, expect, it } from 'vitest';
import { answerSentence } from '../../../console/src/parts/answer-sentence.js';

const WRITE = {
  type: 'memory',
  addr: '0x1000',
  size: 4,
  dir: 'write',
  why: '',
  passed_over: [],
} as const;
const base = { ...WRITE, passed_over: [] };

describe('answerSentence', () => {
  it('says who gets it, and what the guest sees', () => {
    expect(
      answerSentence({
        ...base,
        gets: 'ioreq_server',
        ioservid: 0,
        emulator: 3,
        guest_sees: 'answer',
      }),
    ).toBe('Ioreq server 0 of domain 3 gets this write: the guest waits for its answer.');
    expect(answerSentence({ ...base, gets: 'nobody', guest_sees: 'dropped' })).toBe(
      'Nobody gets this write: the write is dropped.',
    );
    expect(answerSentence({ ...base, gets: 'page', guest_sees: 'page' })).toBe(
      'The page itself takes this write: no device model hears of it.',
    );
  });

  it('names the device of Xen', () => {
    expect(answerSentence({ ...base, gets: 'xen', device: 'hpet', guest_sees: 'answer' })).toBe(
      'Xen answers this write itself, as the guest’s hpet.',
    );
  });
});
