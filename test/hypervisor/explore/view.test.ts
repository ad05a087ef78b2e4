import { describe, expect, it } from 'vitest';
import { Digests } from '../../../src/hypervisor/explore/digests.js';
import { PART } from '../../../src/hypervisor/explore/parts.js';
import {
  canTellApart,
  NOTHING_SEEN,
  seenAfter,
  seenFrom,
  viewOfAll,
} from '../../../src/hypervisor/explore/view.js';
import { DO, programOf } from '../../support/explore.js';

const READS = PART.map | PART.claim;

function digestsWith(part: number, value: number): Digests {
  const digests = new Digests();
  digests.change(part, 0, 0, value);
  return digests;
}

describe('seenFrom', () => {
  it('depends on the point, on what went before, and on the parts that are looked at', () => {
    const seen = (point: string, part: number, view = NOTHING_SEEN) =>
      JSON.stringify(seenFrom(view, digestsWith(part, 1), point, READS));

    const usual = seen('guest', PART.memory);
    expect(seen('guest', PART.run)).toBe(usual);
    expect(seen('vmexit', PART.memory)).not.toBe(usual);
    expect(seen('guest', PART.map)).not.toBe(usual);
    expect(seen('guest', PART.memory, { low: 1, high: 0 })).not.toBe(usual);
  });
});

describe('seenAfter', () => {
  const seen = { low: 3, high: 4 };

  it('keeps of a step what has come of it, beside what was there before', () => {
    const after = (result: unknown, before = NOTHING_SEEN) =>
      seenAfter(before, seen, { result, left: [] });

    expect(after('ok')).toEqual(after('ok'));
    expect(after('ok')).not.toEqual(seen);
    expect(after('ok')).not.toEqual(after('blocked'));
    expect(after('ok', { low: 1, high: 1 })).not.toEqual(after('ok'));
  });

  it('keeps all where a guest access is to come', () => {
    const [actor] = programOf({ vcpu0: [DO.write()] })().actors;

    expect(seenAfter(NOTHING_SEEN, seen, { result: 'ok', left: actor?.steps ?? [] })).toBe(seen);
  });
});

describe('viewOfAll', () => {
  it('is of the world, of every actor, and of what is remembered', () => {
    const views = [{ low: 1, high: 2 }, NOTHING_SEEN];
    const all = [
      viewOfAll(digestsWith(PART.map, 1), views, ''),
      viewOfAll(digestsWith(PART.map, 2), views, ''),
      viewOfAll(digestsWith(PART.map, 1), views.toReversed(), ''),
      viewOfAll(digestsWith(PART.map, 1), views, 'true'),
    ];

    expect(new Set(all.map((view) => JSON.stringify(view))).size).toBe(all.length);
  });
});

describe('canTellApart', () => {
  const insn = { kind: 'insn', code: Uint8Array.of(0x90) } as const;

  // prettier-ignore
  it.each([
    ['accesses, known calls and answers', true,  { a: [DO.write(0)], b: [DO.write(1), DO.claim()], c: [DO.answer()] }],
    ['machine code',                      false, { a: [DO.access(insn)] }],
    ['two actors on one vcpu',            false, { a: [DO.write(0)], b: [DO.write(0)] }],
    ['one actor twice on a vcpu',         true,  { a: [DO.write(0), DO.write(0)] }],
  ] as const)('%s: %s', (_, expected, actors) => {
    expect(canTellApart(programOf(actors, { vcpus: 2 })())).toBe(expected);
  });
});
