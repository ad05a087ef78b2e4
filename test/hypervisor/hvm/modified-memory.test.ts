import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { modifiedMemory, modifiedRange } from '../../../src/hypervisor/hvm/modified-memory.js';
import { enableLogDirty } from '../../../src/hypervisor/p2m/dirty-tracking.js';
import { Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno, hostWithRam } from '../../support/host.js';

const always = () => true;

function setup({ logDirty = true, profile = '4.17' } = {}) {
  const { d1 } = hostWithRam(0x800, { profile });
  const { p2m } = d1;
  if (logDirty) enableLogDirty(p2m, true);
  const dirty = () =>
    Array.from({ length: 0x800 }, (_, gfn) => gfn).filter((gfn) => p2m.logDirty.bitmap.has(gfn));
  return { d1, p2m, dirty };
}

const extent = (firstGfn: number, nr: number, pad = 0) => ({ firstGfn, nr, pad });

describe('modifiedMemory', () => {
  const marked = (extents: ReturnType<typeof extent>[], { opaque = 0, nrExtents = NaN } = {}) => {
    const { d1, dirty } = setup();
    const request = { extents, nrExtents: nrExtents || extents.length, opaque };
    return { rc: () => runTask(modifiedMemory(d1, request)), dirty };
  };

  it('marks every page of every extent', () => {
    const { rc, dirty } = marked([extent(0x10, 2), extent(0x20, 1), extent(0x10, 1)]);

    expect(rc()).toBeUndefined();
    expect(dirty()).toEqual([0x10, 0x11, 0x20]);
  });

  it('works from the last extent to the first, and keeps what it marked before a bad one', () => {
    const { rc, dirty } = marked([extent(0x10, 1), extent(0x11, 1, 1), extent(0x12, 1)]);

    expect(rc).toThrow(errno('EINVAL'));
    expect(dirty()).toEqual([0x12]);
  });

  it('leaves out as many pages of the last extent as are done', () => {
    const { rc, dirty } = marked([extent(0x10, 4), extent(0x20, 4)], { opaque: 3 });

    expect(rc()).toBeUndefined();
    expect(dirty()).toEqual([0x10, 0x11, 0x12, 0x13, 0x23]);
  });

  it('passes over holes and what a device model serves, not over read-only RAM', () => {
    const { d1, p2m, dirty } = setup();
    p2m.changeTypeOne(0x10, P2MT.ram_logdirty, P2MT.ram_ro);
    p2m.changeTypeOne(0x11, P2MT.ram_logdirty, P2MT.mmio_dm);

    runTask(modifiedMemory(d1, { extents: [extent(0x10, 3)], nrExtents: 1, opaque: 0 }));

    expect(dirty()).toEqual([0x10, 0x12]);
  });

  // prettier-ignore
  it.each([
    ['no page',             [extent(0x10, 0)],     {},                 '0 pages from gfn 0x10'],
    ['an end on the last',  [extent(0x7ff, 1)],    {},                 '1 pages from gfn 0x7ff'],
    ['pages beyond',        [extent(0x7ff, 2)],    {},                 '2 pages from gfn 0x7ff'],
    ['a set pad',           [extent(0x10, 1, 1)],  {},                 'pad is 1'],
    ['more than are there', [extent(0x10, 1)],     { nrExtents: 2 },   '1 extents, not 2'],
    ['all done already',    [extent(0x10, 4)],     { opaque: 4 },      '4 of 4 pages'],
  ])('refuses %s', (_, extents, rest, says) => {
    expect(marked(extents, rest).rc).toThrow(errno('EINVAL', says));
  });

  it('takes an extent that ends right before the last page', () => {
    const { rc, dirty } = marked([extent(0x7fe, 1)]);

    expect(rc()).toBeUndefined();
    expect(dirty()).toEqual([0x7fe]);
  });

  it('takes anything while log-dirty mode is off', () => {
    const { d1 } = setup({ logDirty: false });

    const garbage = { extents: [extent(2 ** 64, 0, 5)], nrExtents: 3, opaque: 9 };

    expect(runTask(modifiedMemory(d1, garbage))).toBeUndefined();
  });

  it('4.9 fails whenever log-dirty mode is on', () => {
    const { d1 } = setup({ profile: '4.9' });
    const one = { extents: [extent(0x10, 1)], nrExtents: 1, opaque: 0 };

    expect(() => runTask(modifiedMemory(d1, one))).toThrow(errno('EFAULT', '4.9'));
  });

  it('gives way after 256 pages, wherever they lie', () => {
    const { d1, dirty } = setup();
    const extents = [extent(0x10, 300), extent(0x200, 200)];
    const give = (nrExtents: number, opaque: number) =>
      runTask(modifiedMemory(d1, { extents, nrExtents, opaque }), always);

    expect(give(2, 0)).toEqual(new Restart({ nrExtents: 1, opaque: 56 }));
    expect(dirty()).toHaveLength(256);
    expect(give(1, 56)).toBeUndefined();
    expect(dirty()).toHaveLength(500);
  });

  it('does not give way after the last page', () => {
    const { d1 } = setup();
    const call = { extents: [extent(0x10, 256)], nrExtents: 1, opaque: 0 };

    expect(runTask(modifiedMemory(d1, call), always)).toBeUndefined();
  });

  it('goes on by itself where nobody else wants the CPU', () => {
    const { rc, dirty } = marked([extent(0x10, 600)]);

    expect(rc()).toBeUndefined();
    expect(dirty()).toHaveLength(600);
  });
});

describe('modifiedRange', () => {
  it('marks up to the highest gfn, and gives way in between', () => {
    const { d1, dirty } = setup();

    const rest = runTask(modifiedRange(d1, extent(0x6f0, 0x110)), always);
    expect(rest).toEqual(new Restart({ firstGfn: 0x7f0, nr: 0x10 }));
    runTask(modifiedRange(d1, extent(0x7f0, 0x10)));

    expect(dirty()).toHaveLength(0x110);
  });

  it('goes on by itself where nobody else wants the CPU', () => {
    const { d1, dirty } = setup();

    expect(runTask(modifiedRange(d1, extent(0x100, 600)))).toBeUndefined();

    expect([dirty().at(0), dirty().at(-1), dirty().length]).toEqual([0x100, 0x357, 600]);
    expect(d1.p2m.logDirty.marked).toBe(600);
  });

  it('does not give way after the last page', () => {
    expect(runTask(modifiedRange(setup().d1, extent(0x100, 256)), always)).toBeUndefined();
  });

  it('looks at the range whether or not somebody watches', () => {
    const { d1 } = setup({ logDirty: false });

    expect(() => runTask(modifiedRange(d1, extent(0x7ff, 2)))).toThrow(
      errno('EINVAL', '2 pages from gfn 0x7ff'),
    );
    expect(() => runTask(modifiedRange(d1, extent(0, 0)))).toThrow(errno('EINVAL'));
    expect(runTask(modifiedRange(d1, extent(0x7ff, 1)))).toBeUndefined();
    expect(d1.p2m.logDirty.marked).toBe(0);
  });
});
