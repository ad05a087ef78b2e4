import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digests, mixText } from '../../../src/hypervisor/explore/digests.js';
import { EVERYTHING, PART } from '../../../src/hypervisor/explore/parts.js';

const PARTS = [PART.map, PART.claim, PART.memory];
const change = fc.tuple(
  fc.constantFrom(...PARTS),
  fc.constantFrom(0, 1, 2 ** 20, 2 ** 32, 2 ** 32 + 1, 2 ** 40),
  fc.constantFrom(0, 1, -1, 2 ** 31, 2 ** 32, 2 ** 36),
);

/** The digest of a state to which these changes have led, one after the other. */
function digestAfter(changes: readonly (readonly [number, number, number])[]) {
  const digests = new Digests();
  const held = new Map<string, number>();
  for (const [part, place, value] of changes) {
    const key = `${part} ${place}`;
    digests.change(part, place, held.get(key) ?? 0, value);
    held.set(key, value);
  }
  const entries = [...held].filter(([, value]) => value !== 0).toSorted();
  return {
    state: JSON.stringify(entries),
    digest: `${digests.low(EVERYTHING, 0)} ${digests.high(EVERYTHING, 0)}`,
  };
}

describe('Digests', () => {
  it('are equal where the states are, by whatever way they were reached, and not elsewhere', () => {
    const changes = fc.array(change, { maxLength: 6 });

    fc.assert(
      fc.property(changes, changes, (one, other) => {
        const [a, b] = [digestAfter(one), digestAfter(other)];
        expect(a.digest === b.digest).toBe(a.state === b.state);
      }),
    );
  });

  it.each([
    ['places', [1, 1], [2 ** 32 + 1, 1]],
    ['values', [1, 1], [1, 2 ** 32 + 1]],
  ] as const)('tell %s apart that differ above their 32nd bit', (_, one, other) => {
    const [a, b] = [one, other].map(([place, value]) => digestAfter([[PART.map, place, value]]));

    expect(a?.digest).not.toBe(b?.digest);
  });

  it.each(['low', 'high'] as const)('leave out the parts that are not asked for: %s', (half) => {
    const digests = new Digests();
    const before = digests[half](PART.map, 0);
    digests.change(PART.claim, 0, 0, 1);

    expect(digests[half](PART.map, 0)).toBe(before);
    expect(digests[half](PART.claim, 0)).not.toBe(before);
  });
});

describe('mixText', () => {
  it('tells texts and what went before from each other', () => {
    const mixed = [
      mixText(0, ''),
      mixText(0, 'a'),
      mixText(0, 'ab'),
      mixText(0, 'ba'),
      mixText(1, 'a'),
    ];

    expect(new Set(mixed).size).toBe(mixed.length);
  });
});
