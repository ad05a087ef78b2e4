import { describe, expect, it } from 'vitest';
import { Domids } from '../../src/hypervisor/domids.js';
import { errno } from '../support/host.js';

function given() {
  const taken = new Set<number>();
  const emulators = new Set<number>();
  const domids = new Domids(
    (domid) => taken.has(domid),
    (domid) => emulators.has(domid),
  );
  /** A domain is made, with a domid of its own or the one that it wants. */
  const make = (wanted?: number): number => {
    const domid = domids.take(wanted, 'EEXIST');
    taken.add(domid);
    return domid;
  };
  const destroy = (domid: number) => {
    taken.delete(domid);
    domids.giveBack(domid);
  };
  return { domids, emulators, taken, make, destroy };
}

describe('take', () => {
  it('goes upwards from the last one, whatever has become free', () => {
    const { make, destroy } = given();
    expect([make(), make(), make()]).toEqual([1, 2, 3]);
    destroy(2);

    expect(make()).toBe(4);
  });

  it('does not go on from one that was wanted', () => {
    const { make } = given();
    expect([make(7), make()]).toEqual([7, 1]);
  });

  it('skips those in use, and begins anew after 0x7fef', () => {
    const { make, destroy } = given();
    expect([make(1), make(0x7fef), make()]).toEqual([1, 0x7fef, 2]);
    for (let domid = 3; domid < 0x7fef; domid++) destroy(make());

    expect(make()).toBe(3);
  });

  it('answers for one in use what it is told to, and takes one out of range for none', () => {
    const { domids, make } = given();
    make(7);

    expect(() => domids.take(7, 'EEXIST')).toThrow(errno('EEXIST', 'domain 7 exists'));
    expect(() => domids.take(7, 'EINVAL')).toThrow(errno('EINVAL', 'domain 7 exists'));
    expect([make(0x7ff0), make(0), make(-1)]).toEqual([1, 2, 3]);
  });

  it('gives the domid of an emulator again once its servers are gone', () => {
    const { emulators, make, destroy } = given();
    make(2);
    emulators.add(2);
    destroy(2);
    expect(() => make(2)).toThrow(errno('EEXIST'));
    expect([make(), make()]).toEqual([1, 3]);

    emulators.delete(2);

    expect(make(2)).toBe(2);
  });

  it('answers ENOMEM when none is free', () => {
    const { make } = given();
    for (let domid = 1; domid <= 0x7fef; domid++) make(domid);

    expect(() => make()).toThrow(errno('ENOMEM', 'no domid is free'));
  });
});

it('is restored as it was saved', () => {
  const { domids, emulators, make, destroy } = given();
  for (const domid of [5, 3]) {
    make(domid);
    emulators.add(domid);
    destroy(domid);
  }
  make();
  const saved = domids.save();
  expect(saved).toEqual({ lastDomid: 1, zombies: [3, 5] });

  const another = given();
  another.taken.add(1);
  another.emulators.add(3).add(5);
  another.domids.restore(saved);

  expect(another.domids.save()).toEqual(saved);
  expect([another.make(), another.make(), another.make()]).toEqual([2, 4, 6]);
});
