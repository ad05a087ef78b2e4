import { describe, expect, it } from 'vitest';
import { passedOver } from '../../../../src/hypervisor/access/who-answers/passed-over.js';
import { guestWithServer, HOLE } from '../../../support/guest.js';

describe('passedOver', () => {
  it('is about servers that have a byte of it, and says where ranges do not count', () => {
    const { d1, server } = guestWithServer();
    const { inOrder } = d1.ioreqServers;
    const at = (first: number) => ({ space: 'memory' as const, first, last: first + 3 });

    expect(passedOver(inOrder, at(HOLE), undefined, false)).toEqual([
      { server, because: 'not_asked' },
    ]);
    expect(passedOver(inOrder, at(HOLE - 2), undefined, true)).toEqual([
      { server, because: 'part' },
    ]);
    expect(passedOver(inOrder, at(HOLE - 8), undefined, true)).toEqual([]);
    expect(passedOver(inOrder, at(HOLE), server, true)).toEqual([]);
  });
});
