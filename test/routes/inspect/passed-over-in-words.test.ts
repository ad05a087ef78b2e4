import { describe, expect, it } from 'vitest';
import { passedOverInWords } from '../../../src/routes/inspect/passed-over-in-words.js';
import { guestWithServer } from '../../support/guest.js';

describe('passedOverInWords', () => {
  it('names the server and its reason', () => {
    const { server } = guestWithServer();

    expect(passedOverInWords({ server, because: 'disabled' })).toBe(
      'ioreq server 0 has it in its ranges, but is disabled',
    );
  });
});
