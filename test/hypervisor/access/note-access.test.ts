import { describe, expect, it } from 'vitest';
import { guestWithServer, HOLE } from '../../support/guest.js';
import { journalled } from '../../support/journal.js';

describe('the journal of guest accesses', () => {
  it('has one that is not of a page nowhere, and says no size where none was asked for', () => {
    const { host, guest } = guestWithServer();
    const records = journalled(host);
    guest({ kind: 'in', port: 0x80 });
    guest({ kind: 'read', gpa: 0 });

    expect(records().filter(({ kind }) => kind === 'guest_access')).toMatchObject([
      { access: 4, nr: 0, gfn: -1, gpa: -1, size: 0 },
      { access: 0, nr: 1, gfn: 0, gpa: 0, size: 0 },
    ]);
  });

  it('has one that nothing stops once, and one that waits twice', () => {
    const { host, d1, guest, answer } = guestWithServer();
    const records = journalled(host);
    guest({ kind: 'write', gpa: 0x3008, size: 8, data: 1n });
    guest({ kind: 'read', gpa: HOLE, size: 4 });
    answer(5n);
    host.settle(d1);

    const of = { kind: 'guest_access', domid: 1, vcpu: 0, nr: 1 } as const;
    expect(records().filter(({ kind }) => kind === 'guest_access')).toEqual([
      { ...of, access: 1, id: 1, gfn: 3, gpa: 0x3008, size: 8, outcome: 0, reason: -1 },
      { ...of, access: 0, id: 2, gfn: HOLE / 0x1000, gpa: HOLE, size: 4, outcome: 1, reason: 0 },
      { ...of, access: 0, id: 2, gfn: HOLE / 0x1000, gpa: HOLE, size: 4, outcome: 0, reason: -1 },
    ]);
  });
});
