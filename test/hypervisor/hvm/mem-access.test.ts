import { describe, expect, it } from 'vitest';
import {
  MEM_ACCESS,
  requireMonitor,
  restrictEach,
  restrictRun,
  restrictionOf,
} from '../../../src/hypervisor/hvm/mem-access.js';
import { Monitor } from '../../../src/hypervisor/monitor.js';
import { Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno, hostWithRam } from '../../support/host.js';

const { r, rx, rwx } = MEM_ACCESS;
const ANY = 2 ** 64;
const always = () => true;

function setup() {
  const { d1 } = hostWithRam(256);
  d1.monitor = new Monitor();
  const run = (gfn: number, nr: number, access: number, done = 0) =>
    restrictRun(d1, { gfn, nr, access, done });
  const of = (...gfns: number[]) => gfns.map((gfn) => restrictionOf(d1, gfn));
  return { d1, run, of };
}

describe('requireMonitor', () => {
  it('answers EINVAL for a dying domain or one without HAP, then ENODEV', () => {
    const { d1 } = setup();
    expect(() => requireMonitor(d1)).not.toThrow();

    d1.monitor = undefined;
    expect(() => requireMonitor(d1)).toThrow(errno('ENODEV', 'nobody watches'));
    d1.dying = true;
    expect(() => requireMonitor(d1)).toThrow(errno('EINVAL', 'is dying'));
    const shadow = hostWithRam(1, { hap: false, profile: '4.22' }).d1;
    expect(() => requireMonitor(shadow)).toThrow(errno('EINVAL', 'has no HAP'));
    const without = hostWithRam(1, { knobs: { mem_access: false } }).d1;
    without.monitor = new Monitor();
    expect(() => requireMonitor(without)).toThrow(errno('EINVAL', 'restricts no access'));
  });
});

describe('restrictRun', () => {
  it('restricts every page of a run, and no other', () => {
    const { run, of } = setup();

    runTask(run(10, 2, r));

    expect(of(9, 10, 11, 12)).toEqual([rwx, r, r, rwx]);
  });

  it('restricts the last page of the map', () => {
    const { run, of } = setup();

    runTask(run(255, 1, r));

    expect(of(254, 255)).toEqual([rwx, r]);
  });

  it('sets what pages to come begin with, and what default stands for', () => {
    const { d1, run, of } = setup();

    runTask(run(ANY, 0, rx));
    runTask(run(10, 1, MEM_ACCESS.default));

    expect([d1.p2m.defaultAccess, of(ANY, 9, 10)]).toEqual([rx, [rx, rwx, rx]]);
  });

  it('gives way after 64 pages, and goes on', () => {
    const { run, of } = setup();

    expect(runTask(run(0, 100, r), always)).toEqual(new Restart({ done: 64 }));
    expect(of(63, 64)).toEqual([r, rwx]);
    expect(runTask(run(0, 100, r, 64), always)).toBeUndefined();
    expect(of(99, 100)).toEqual([r, rwx]);
  });

  it.each([
    ['no page', 10, 0, r, '0 pages from gfn 0xa'],
    ['pages beyond', 255, 2, r, '2 pages from gfn 0xff'],
    ['no such access', 10, 1, 11, 'no access 11'],
  ])('refuses %s', (_, gfn, nr, access, says) => {
    expect(() => runTask(setup().run(gfn, nr, access))).toThrow(errno('EINVAL', says));
  });
});

describe('restrictEach', () => {
  it('restricts each in its way', () => {
    const { d1, of } = setup();

    runTask(restrictEach(d1, { gfns: [5, 9], accesses: [r, rx], done: 0 }));

    expect(of(5, 9)).toEqual([r, rx]);
  });

  it('gives way after 64 pages, and goes on', () => {
    const { d1, of } = setup();
    const gfns = Array.from({ length: 100 }, (_, gfn) => gfn);
    const accesses = gfns.map(() => r);

    const rest = runTask(restrictEach(d1, { gfns, accesses, done: 0 }), always);
    expect(rest).toEqual(new Restart({ done: 64 }));
    expect(runTask(restrictEach(d1, { gfns, accesses, done: 64 }), always)).toBeUndefined();
    expect(of(0, 99)).toEqual([r, r]);
  });

  it('does not give way after the last', () => {
    const { d1 } = setup();
    const gfns = Array.from({ length: 64 }, (_, gfn) => gfn);
    const call = { gfns, accesses: gfns.map(() => r), done: 0 };

    expect(runTask(restrictEach(d1, call), always)).toBeUndefined();
  });

  it('gives way after no fewer', () => {
    const { d1 } = setup();

    expect(
      runTask(restrictEach(d1, { gfns: [5, 9], accesses: [r, rx], done: 0 }), always),
    ).toBeUndefined();
  });

  it('refuses a page for which there is no access', () => {
    const { d1 } = setup();
    const call = { gfns: [5, 9], accesses: [r], done: 0 };

    expect(() => runTask(restrictEach(d1, call))).toThrow(errno('EFAULT', 'no access 1'));
  });
});

describe('restrictionOf', () => {
  it.each([
    ['EINVAL', 256, 'gfn 0x100 is beyond 0xff'],
    ['ESRCH', 100, 'gfn 0x64'],
  ])('answers %s for gfn %d', (name, gfn, says) => {
    const { d1 } = setup();
    d1.p2m.setPage(100, 2 ** 40 - 1, 1, rwx);
    expect(restrictionOf(d1, 255)).toBe(rwx);

    expect(() => restrictionOf(d1, gfn)).toThrow(errno(name, says));
  });
});
