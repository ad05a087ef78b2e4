import { describe, expect, it } from 'vitest';
import { relocateMemory } from '../../../src/hypervisor/memory/relocate-memory.js';
import { Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno, hostWithRam } from '../../support/host.js';

const always = () => true;

function setup(profile = '4.17') {
  const { d1 } = hostWithRam(64, { profile });
  const move = (source: number, target: number, nr: number, mustGiveWay?: () => boolean) =>
    runTask(relocateMemory(d1, { source, target, nr }), mustGiveWay);
  /** Gfns of RAM among the first hundred from `first` on. */
  const ram = (first: number, end: number) =>
    Array.from({ length: end - first }, (_, at) => first + at).filter(
      (gfn) => d1.p2m.typeOf(gfn) === 0,
    );
  return { d1, move, ram };
}

describe('relocateMemory', () => {
  it('moves a run of pages', () => {
    const { move, ram } = setup();

    expect(move(10, 100, 4)).toBeUndefined();

    expect(ram(9, 15)).toEqual([9, 14]);
    expect(ram(99, 105)).toEqual([100, 101, 102, 103]);
  });

  it.each([
    ['4.17', [34, 35, 36]],
    ['4.22', [32, 33, 34, 35, 36]],
  ])('%s keeps of a run that moves upwards onto itself: %j', (profile, kept) => {
    const { move, ram } = setup(profile);

    move(30, 32, 4);

    expect(ram(30, 37)).toEqual(kept);
  });

  it.each(['4.17', '4.22'])('%s keeps all of a run that moves downwards onto itself', (profile) => {
    const { move, ram, d1 } = setup(profile);

    move(32, 30, 4);

    expect(ram(30, 37)).toEqual([30, 31, 32, 33, 36]);
    expect(d1.pages).toBe(62);
  });

  it('stops at the first page that refuses, and keeps what it has moved', () => {
    const { move, ram } = setup();

    expect(() => move(62, 100, 4)).toThrow(errno('EINVAL'));

    expect(ram(62, 104)).toEqual([100, 101]);
  });

  it.each([
    ['4.17', 'elsewhere', 100],
    ['4.17', 'onto itself', 11],
    ['4.22', 'right behind itself', 13],
    ['4.22', 'to where it is', 10],
  ])('%s gives way after each page, and goes on with the rest: %s', (profile, _, target) => {
    const { move } = setup(profile);

    expect(move(10, target, 3, always)).toEqual(
      new Restart({ source: 11, target: target + 1, nr: 2 }),
    );
  });

  it('does not give way after the last page', () => {
    expect(setup().move(10, 100, 1, always)).toBeUndefined();
  });

  it('goes on at the front, where it began at the end', () => {
    const { move } = setup('4.22');

    expect(move(10, 11, 3, always)).toEqual(new Restart({ source: 10, target: 11, nr: 2 }));
  });

  it.each([
    ['source', 2 ** 64 - 4096, 0],
    ['target', 0, 2 ** 64 - 4096],
  ])('refuses a %s that wraps', (_, source, target) => {
    expect(() => setup().move(source, target, 0x2000)).toThrow(errno('EOVERFLOW', '8192 pages'));
  });

  it.each([
    ['source', 2 ** 64 - 0x2000, 0, 'EINVAL'],
    ['target', 0, 2 ** 64 - 0x2000, 'ENOENT'],
  ])('takes a %s for what it is that ends with the last gfn', (_, source, target, name) => {
    expect(() => setup().move(source, target, 0x2000)).toThrow(errno(name));
  });

  it.each([
    ['4.17', 1],
    ['4.22', 2],
  ])('%s says of more pages than it takes where to go on: %i times as far', (profile, times) => {
    const { move } = setup(profile);

    expect(move(0, 100, 0x1_0000 * 2 ** 16 + 2)).toEqual({
      source: 2 * times,
      target: 100 + 2 * times,
      nr: 2 ** 32,
    });
  });

  it('moves nothing of a number that it takes for 0, and says nothing', () => {
    const { move, ram } = setup();

    expect(move(0, 100, 2 ** 16)).toBeUndefined();
    expect(ram(0, 2)).toEqual([0, 1]);
  });

  it('says of more pages than it takes, moved from their end, that all but one are behind it', () => {
    const { move } = setup('4.22');

    expect(move(0, 1, 0x1_0000 * 2 ** 16 + 3)).toMatchObject({ source: 2, target: 3 });
  });
});
