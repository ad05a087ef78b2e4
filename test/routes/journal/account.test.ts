import { describe, expect, it } from 'vitest';
import { Journal } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { meanwhile, onAccountOf } from '../../../src/routes/journal/account.js';

const journalOf = () => new Journal(new VirtualClock());

describe('the account of a request', () => {
  it('lasts as long as what is done on it, however that ends', () => {
    const journal = journalOf();
    journal.onBehalfOf('one');
    expect(onAccountOf(journal, 'two', () => journal.request)).toBe('two');
    expect(() =>
      onAccountOf(journal, 'three', () => {
        throw new Error('over');
      }),
    ).toThrow('over');
    expect(journal.request).toBe('one');
    expect(onAccountOf(undefined, 'two', () => 5)).toBe(5);
  });

  it('rests while it waits', async () => {
    const journal = journalOf();
    journal.onBehalfOf('one');
    const waiting = meanwhile(journal, Promise.resolve(5));
    expect(journal.request).toBeUndefined();
    expect([await waiting, journal.request]).toEqual([5, 'one']);
  });
});
