/** The ways in which a host is to fail, in a snapshot: each rule goes on from where it is. */

import { ERRNO, type Errno } from '../abi/errno.js';
import type { Faults } from '../faults/faults.js';
import { BrokenSnapshot, choice, orNull, text, whole, type Field, type ValueOf } from './field.js';
import { list, record } from './record.js';

const ERRNOS = Object.keys(ERRNO) as Errno[];

const chance: Field<number> = {
  write: (value) => value,
  read(data, at) {
    if (typeof data === 'number' && data >= 0 && data <= 1) return data;
    throw new BrokenSnapshot(at, 'must be a number from 0 to 1');
  },
};

const EVER = 'ever';
const spell: Field<number> = {
  write: (ms) => (ms === Infinity ? EVER : ms),
  read: (data, at, form) => (data === EVER ? Infinity : whole().read(data, at, form)),
};

const EFFECT = record({
  errno: orNull(choice(ERRNOS)),
  delayMs: orNull(whole()),
  afterBatches: orNull(whole()),
  drop: orNull(choice(['before', 'after'] as const)),
  silenceMs: orNull(spell),
});

const RULE = record({
  id: whole(Number.MAX_SAFE_INTEGER, 1),
  op: text,
  domid: orNull(whole(0xffff)),
  ioservid: orNull(whole(0xffff)),
  effect: EFFECT,
  probability: chance,
  count: orNull(whole()),
  skip: whole(),
  seed: whole(2 ** 32 - 1),
  met: whole(),
  fired: whole(),
  random: whole(2 ** 32 - 1),
});

export const FAULTS = record({ lastId: whole(), rules: list(RULE) });

export function saveFaults(faults: Faults): ValueOf<typeof FAULTS> {
  const { lastId, rules } = faults.save();
  return {
    lastId,
    rules: rules.map(({ spec, ...progress }) => {
      const { op, domid, ioservid, effect, probability, count, skip, seed } = spec;
      const { errno, delayMs, afterBatches, drop, silenceMs } = effect;
      return {
        ...progress,
        ...{ op, domid, ioservid, probability, count, skip, seed },
        effect: { errno, delayMs, afterBatches, drop, silenceMs },
      };
    }),
  };
}

export function restoreFaults(faults: Faults, { lastId, rules }: ValueOf<typeof FAULTS>): void {
  const saved = rules.map(({ id, met, fired, random, ...spec }) => ({
    ...{ id, met, fired, random },
    spec,
  }));
  faults.restore({ lastId, rules: saved });
}
