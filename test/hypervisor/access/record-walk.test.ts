import { describe, expect, it } from 'vitest';
import { recordWalk } from '../../../src/hypervisor/access/record-walk.js';
import { TraceRecorder } from '../../../src/hypervisor/access/trace.js';
import type { DomainSpec } from '../../../src/hypervisor/domain-spec.js';
import { guestWithRam } from '../../support/guest.js';

function walk(gfn: number, spec: DomainSpec = {}) {
  const { d1 } = guestWithRam(spec);
  const recorder = new TraceRecorder();
  recordWalk(recorder, d1.p2m.tables, gfn);
  return recorder.steps();
}

describe('recordWalk', () => {
  it('shows an entry of each level', () => {
    expect(walk(3).map(({ step, level }) => [step, level])).toEqual([
      ['ept_walk', 3],
      ['ept_walk', 2],
      ['ept_walk', 1],
      ['ept_walk', 0],
    ]);
  });

  it('ends at a superpage', () => {
    const steps = walk(3, { memory: [{ firstGfn: 0, nr: 512 }] });

    expect(steps.at(-1)).toMatchObject({ level: 1, sp: true, p2mt: 'ram_rw' });
  });

  it('ends where nothing is present', () => {
    expect(walk(2 ** 30).map(({ level }) => level)).toEqual([3]);
    expect(walk(2 ** 18).map(({ level }) => level)).toEqual([3, 2]);
  });

  it('shows none above the last address', () => {
    expect(walk(2 ** 36)).toEqual([]);
  });

  it.each(['4.17', '4.22'])('reads the access from where Xen %s keeps it', (profile) => {
    expect(walk(3, { profile }).at(-1)).toMatchObject({ access: 'rwx' });
  });

  it('shows both halves of an entry', () => {
    const { d1, retype } = guestWithRam();
    retype(3, 'ram_ro');
    const recorder = new TraceRecorder();
    recordWalk(recorder, d1.p2m.tables, 3);

    expect(recorder.steps().at(-1)).toMatchObject({ permissions: 'r-x', p2mt: 'ram_ro' });
  });
});
