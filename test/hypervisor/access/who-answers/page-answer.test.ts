import { describe, expect, it } from 'vitest';
import { answerOfPage } from '../../../../src/hypervisor/access/who-answers/page-answer.js';
import type { Domain } from '../../../../src/hypervisor/domain.js';
import { invalidateAll } from '../../../../src/hypervisor/ept/ept-invalidate.js';
import { EptPath, locateEntry } from '../../../../src/hypervisor/ept/ept-path.js';
import { Monitor } from '../../../../src/hypervisor/monitor.js';
import { guestWithClaim, guestWithRam, HOLE } from '../../../support/guest.js';

const R = 0b001;
const W = 0b010;

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
