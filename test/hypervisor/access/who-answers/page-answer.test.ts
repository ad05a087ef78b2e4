import { describe, expect, it } from 'vitest';
import { INVALID_MFN } from '../../../../src/hypervisor/abi/frames.js';
import { P2MA, type P2mAccessName } from '../../../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../../../src/hypervisor/abi/p2m-type.js';
import {
  answerOfPage,
  type PageAnswer,
} from '../../../../src/hypervisor/access/who-answers/page-answer.js';
import type { Domain } from '../../../../src/hypervisor/domain.js';
import { invalidateAll } from '../../../../src/hypervisor/ept/ept-invalidate.js';
import { EptPath, locateEntry } from '../../../../src/hypervisor/ept/ept-path.js';
import { Monitor } from '../../../../src/hypervisor/monitor.js';
import { guestWithClaim, guestWithRam, HOLE } from '../../../support/guest.js';

const R = 0b001;
const W = 0b010;
const X = 0b100;

/** Change the entry of a gfn behind Xen's back. */
function setRaw({ p2m: { tables } }: Domain, gfn: number, change: (lo: number) => number): void {
  const word = locateEntry(tables, gfn, new EptPath());
  tables.pages.words[word] = change(tables.pages.words[word] ?? 0);
}

describe('answerOfPage', () => {
  it('lets reads of a claimed page through, and has writes emulated', () => {
    const { d1 } = guestWithClaim();

    expect(answerOfPage(d1, 0x3008, R).answer).toBe('mapped');
    expect(answerOfPage(d1, 0x3008, W).answer).toBe('emulate');
    expect(answerOfPage(d1, HOLE, R).answer).toBe('emulate');
  });

  it('heals a mark only in thought', () => {
    const { d1, server } = guestWithClaim();
    d1.p2m.claim.disclaim(server.id);
    invalidateAll(d1.p2m.tables, true);

    for (let asked = 0; asked < 2; asked++)
      expect(answerOfPage(d1, 0x3008, W)).toMatchObject({
        answer: 'mapped',
        heals: true,
        entry: { type: 0 },
      });
  });

  it('tells of memory on demand, of restrictions and of their monitor', () => {
    const { d1, retype } = guestWithRam();
    d1.p2m.pod.mark(0x200, 0);
    retype(4, 'ram_rw', 'r');

    expect(answerOfPage(d1, 0x20_0000, R).answer).toBe('populated');
    expect(answerOfPage(d1, 0x4000, W).answer).toBe('lifted');
    d1.monitor = new Monitor();
    expect(answerOfPage(d1, 0x4000, W).answer).toBe('monitor');
  });

  it('tells of pages that are elsewhere or broken, and of permissions that their type does not explain', () => {
    const { d1, retype } = guestWithRam();
    retype(3, 'ram_paged');
    retype(4, 'ram_broken');
    setRaw(d1, 5, (lo) => lo & ~0b111);

    expect(answerOfPage(d1, 0x3000, R).answer).toBe('paged_out');
    expect(answerOfPage(d1, 0x4000, R).answer).toBe('unhandled');
    expect(answerOfPage(d1, 0x5000, R).answer).toBe('refaults');
  });

  // prettier-ignore
  it.each<[P2mTypeName, P2mAccessName, number, PageAnswer]>([
    // type          access   wanted  answer
    ['ram_rw',       'rwx',   W,      'mapped'],
    ['ram_rw',       'rx2rw', W,      'lifted'],
    ['ram_rw',       'n',     R,      'lifted'],
    ['ram_ro',       'rwx',   R,      'mapped'],
    ['ram_ro',       'rwx',   W,      'emulate'],
    ['ram_ro',       'n',     R,      'lifted'],
    ['ram_ro',       'n',     W,      'emulate'],
    ['ram_logdirty', 'rwx',   R,      'mapped'],
    ['ram_logdirty', 'rwx',   W,      'first_write'],
    ['ram_logdirty', 'r',     W,      'first_write'],
    ['ram_paging_out', 'rwx', R,      'paged_out'],
    ['ram_paged',    'rwx',   W,      'paged_out'],
    ['ram_shared',   'rwx',   W,      'unhandled'],
    ['grant_map_rw', 'rwx',   W,      'mapped'],
    ['grant_map_ro', 'rwx',   W,      'emulate'],
  ])('of a %s page with access %s wanted for %i: %s', (type, access, wanted, answer) => {
    const { d1, retype } = guestWithRam();
    retype(3, type, access);

    expect(answerOfPage(d1, 0x3008, wanted)).toMatchObject({ answer, heals: false });
  });

  it('finds a restricted page unhandled where somebody has to hear of it and nobody does', () => {
    const { d1, retype } = guestWithRam();
    retype(3, 'ram_rw', 'r');
    d1.accessRequired = true;

    expect(answerOfPage(d1, 0x3000, R).answer).toBe('mapped');
    expect(answerOfPage(d1, 0x3000, W).answer).toBe('unhandled');
  });

  it('has a hole emulated whatever access it is said to have', () => {
    const { d1 } = guestWithRam();
    d1.p2m.setPage(3, INVALID_MFN, P2MT.invalid, P2MA.n);
    d1.accessRequired = true;

    expect(answerOfPage(d1, 0x3000, R).answer).toBe('emulate');
  });

  it('leaves the type of an entry that is not present, which takes no mark', () => {
    const { d1, retype } = guestWithRam();
    retype(3, 'ram_rw', 'n');
    d1.p2m.logDirty.global = true;
    invalidateAll(d1.p2m.tables, true);

    expect(answerOfPage(d1, 0x3000, W)).toMatchObject({
      answer: 'lifted',
      heals: true,
      entry: { type: P2MT.ram_rw },
    });
  });

  it('finds that a read refaults which nothing but a missing permission stops', () => {
    const { d1, retype } = guestWithRam();
    retype(5, 'ram_logdirty');
    setRaw(d1, 5, (lo) => lo & ~(R | W | X));

    expect(answerOfPage(d1, 0x5000, R).answer).toBe('refaults');
  });

  it('finds that a write refaults which nothing but a missing permission stops', () => {
    const { d1 } = guestWithRam();
    setRaw(d1, 5, (lo) => lo & ~W);

    expect(answerOfPage(d1, 0x5000, R).answer).toBe('mapped');
    expect(answerOfPage(d1, 0x5000, W).answer).toBe('refaults');
  });

  it('goes to a device of Xen whatever the page is', () => {
    const { d1, retype } = guestWithRam({ memory: [{ firstGfn: 0, nr: 0xc0 }] });
    retype(0xa0, 'ram_rw', 'r');

    expect(answerOfPage(d1, 0xa_0000, W).answer).toBe('emulate');
  });

  it('finds a page misconfigured that its mark leaves so', () => {
    const { d1 } = guestWithRam();
    setRaw(d1, 5, (lo) => lo & ~R);
    const answers = () => {
      const { answer, heals } = answerOfPage(d1, 0x5000, W);
      return [answer, heals];
    };

    expect(answers()).toEqual(['misconfigured', false]);
    invalidateAll(d1.p2m.tables, true);
    expect(answers()).toEqual(['misconfigured', true]);
  });
});
