import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { decreaseReservation } from '../../../src/hypervisor/memory/decrease-reservation.js';
import { Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { hostWithRam } from '../../support/host.js';

const MMIO_DM = 4;
const NO_FRAME = 2 ** 40 - 1;

function setup(spec = {}) {
  const { host, d1 } = hostWithRam(1024, spec);
  const give = (extents: number[], order = 0) =>
    runTask(decreaseReservation(d1, { extents, order, done: 0 }));
  return { host, d1, give };
}

describe('decreaseReservation', () => {
  it('leaves holes, and gives the frames back', () => {
    const { host, d1, give } = setup();
    const { mfn } = d1.p2m.query(5);

    expect(give([5, 9])).toBe(2);

    expect(d1.p2m.query(5)).toMatchObject({ type: MMIO_DM, mfn: NO_FRAME });
    expect(d1.p2m.query(6).type).toBe(P2MT.ram_rw);
    expect(d1.pages).toBe(1022);
    expect(host.machine.isAllocated(mfn)).toBe(false);
  });

  it('takes one page out of a superpage', () => {
    const { d1, give } = setup({ memory: [{ firstGfn: 0, nr: 512, order: 9 }] });

    expect(give([7])).toBe(1);

    expect([6, 7, 8].map((gfn) => d1.p2m.query(gfn).type)).toEqual([0, MMIO_DM, 0]);
  });

  it('does extents of 2^order pages', () => {
    const { d1, give } = setup();

    expect(give([0, 16], 4)).toBe(2);

    expect(d1.pages).toBe(992);
    expect(d1.p2m.typeOf(32)).toBe(P2MT.ram_rw);
  });

  it('stops at the first page that is not there: the pages of its extent before it are gone', () => {
    const { d1, give } = setup();
    give([18]);

    expect(give([4, 16, 8], 2)).toBe(1);

    expect([16, 17, 19].map((gfn) => d1.p2m.typeOf(gfn))).toEqual([MMIO_DM, MMIO_DM, 0]);
    expect(d1.p2m.typeOf(8)).toBe(P2MT.ram_rw);
  });

  it('leaves device memory alone, and RAM that a device model serves', () => {
    const { d1, give } = setup();
    d1.p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.mmio_dm);

    expect(give([3])).toBe(0);
    expect(d1.pages).toBe(1024);
  });

  it('counts an ioreq_server page no longer', () => {
    const { d1, give } = setup();
    d1.p2m.claim.claim(0, 2);
    d1.p2m.changeTypeOne(3, P2MT.ram_rw, P2MT.ioreq_server);

    expect(give([3])).toBe(1);
    expect(d1.p2m.entryCount).toBe(0);
  });

  it('unmarks what would be populated on demand', () => {
    const { d1, give } = setup();
    d1.p2m.pod.mark(2048, 0);

    expect(give([2048])).toBe(1);
    expect(d1.p2m.pod.entryCount).toBe(0);
    expect(d1.p2m.typeOf(2048)).toBe(MMIO_DM);
  });

  it('gives way between extents', () => {
    const { d1 } = setup();
    const call = decreaseReservation(d1, { extents: [1, 2, 3], order: 0, done: 0 });

    const rest = runTask(call, () => true);

    expect(rest).toEqual(new Restart({ done: 1 }));
    const whole = { extents: [1, 2, 3], order: 0, done: 1 };
    expect(runTask(decreaseReservation(d1, whole))).toBe(3);
    const last = { extents: [4], order: 0, done: 0 };
    expect(runTask(decreaseReservation(d1, last), () => true)).toBe(1);
  });

  it.each([
    ['4.9', true],
    ['4.17', false],
  ])('by %s makes device models forget what they have mapped, page or none: %j', (profile, is) => {
    const { d1, give } = setup({ profile });
    d1.calling = d1.vcpus[0];

    give([5000]);

    expect(d1.vcpus[0]!.mapcacheInvalidate).toBe(is);
  });

  it('has by 4.9 no device model told of what another domain takes', () => {
    const { d1, give } = setup({ profile: '4.9' });

    expect(give([5])).toBe(1);
    expect(d1.vcpus[0]!.mapcacheInvalidate).toBe(false);
  });

  it('takes a mistake of ours for none of the guest', () => {
    const { d1, give } = setup();
    d1.pagesLeft = () => {
      throw new TypeError('for the test');
    };

    expect(() => give([5])).toThrow(TypeError);
  });
});
