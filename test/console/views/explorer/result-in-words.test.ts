import { expect, it } from 'vitest';
import { resultInWords } from '../../../../console/src/views/explorer/result-in-words.js';

const VIOLATION = { reason: 'EPT_VIOLATION' };

it.each([
  [{ rc: 0 }, 'succeeded'],
  [{ rc: -16, errno: 'EBUSY' }, 'EBUSY'],
  [{ outcome: 'completed', exits: [] }, 'completed without an exit'],
  [
    { outcome: 'injected', exception: { vector: 13 }, exits: [VIOLATION] },
    'EPT violation, then #GP for the guest',
  ],
  [
    { outcome: 'completed', exits: [VIOLATION], ioreqs: [{ ioservid: 1, dir: 'write' }] },
    'EPT violation, then write sent to server 1, then completed',
  ],
  [{ outcome: 'pending', reason: 'refaulting' }, 'faults over and over'],
  [{ outcome: 'pending', reason: 'ioreq' }, 'waits for ever (ioreq)'],
  [{ outcome: 'blocked' }, 'had nothing to answer'],
  [{ outcome: 'blocked', at: 'p2m_lock' }, 'never gets past p2m_lock'],
])('%j is said', (result, says) => {
  expect(resultInWords(result)).toBe(says);
});
