import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { trackDirtyVram } from '../../../src/hypervisor/hvm/dirty-vram.js';
import { createDomain } from '../../../src/hypervisor/hvm/create-domain.js';
import { Host } from '../../../src/hypervisor/host.js';
import { CREATE_DOMAIN, errno, hostWithRam } from '../../support/host.js';

function setup(spec = {}) {
  const { d1 } = hostWithRam(1024, spec);
  const { p2m } = d1;
  return {
    d1,
    p2m,
    track: (firstGfn: number, nr: number, room?: number) => [
      ...trackDirtyVram(d1, { firstGfn, nr, room }),
    ],
    write: (gfn: number) => startAccess(d1, { vcpu: 0, kind: 'write', gpa: gfn * 4096, size: 1 }),
  };
}

describe('trackDirtyVram', () => {
  it('takes all pages for dirty at first, and tells then which the guest has written', () => {
    const { track, write, p2m } = setup();

    expect(track(0x100, 9)).toEqual([0xff, 0xff]);
    expect(p2m.typeOf(0x100)).toBe(P2MT.ram_logdirty);
    expect(track(0x100, 9)).toEqual([0, 0]);

    write(0x101);
    write(0x108);
    expect(track(0x100, 9)).toEqual([0b10, 0b1]);
    expect(track(0x100, 9)).toEqual([0, 0]);
  });

  it.each([
    ['another place', 0x104, 8],
    ['fewer pages', 0x100, 4],
  ])('tracks %s instead', (_, first, nr) => {
    const { track, p2m } = setup();
    track(0x100, 8);

    expect(track(first, nr)).toEqual([0xff]);

    expect(p2m.typeOf(first)).toBe(P2MT.ram_logdirty);
    expect(p2m.typeOf(first === 0x100 ? 0x104 : 0x100)).toBe(P2MT.ram_rw);
  });

  it('ends with no pages, as often as one likes', () => {
    const { track, p2m } = setup();
    track(0x100, 8);

    expect(track(0, 0)).toEqual([]);
    expect(track(0, 0)).toEqual([]);

    expect([p2m.typeOf(0x100), p2m.logDirty.vram]).toEqual([P2MT.ram_rw, undefined]);
  });

  it('calls a page dirty once that came back to ram_rw, and none of another type', () => {
    const { track, p2m } = setup();
    track(0x100, 8);
    p2m.claim.claim(0, 2);
    p2m.changeTypeOne(0x101, P2MT.ram_logdirty, P2MT.ram_ro);
    p2m.changeTypeOne(0x102, P2MT.ram_logdirty, P2MT.ram_rw);
    p2m.changeTypeOne(0x103, P2MT.ram_logdirty, P2MT.ram_rw);
    p2m.changeTypeOne(0x103, P2MT.ram_rw, P2MT.ioreq_server);

    expect(track(0x100, 8)).toEqual([0b100]);
    expect(track(0x100, 8)).toEqual([0]);
  });

  it('tells of the last page of the map, too', () => {
    const { track, write } = setup();
    for (const _ of [1, 2]) track(0x3fc, 8);

    write(0x3ff);

    expect(track(0x3fc, 8)).toEqual([0b1000]);
  });

  it('takes 1 GiB, and a buffer that is just large enough', () => {
    const { track } = setup();

    expect(track(0, 0x4_0000, 0x8000)).toHaveLength(0x8000);
  });

  it.each([0x3fc, 2 ** 32, 2 ** 64])('takes a range from gfn %d on that leaves the map', (gfn) => {
    const { track } = setup();

    expect(track(gfn, 8)).toEqual([0xff]);
    expect(track(gfn, 8)).toEqual([0]);
  });

  it.each([
    ['4.9', true],
    ['4.17', false],
  ])('%s: whether it turns log-dirty mode on is %s', (profile, isOn) => {
    const { track, p2m } = setup({ profile });

    track(0, 0);
    expect(p2m.logDirty.enabled).toBe(false);

    track(0x100, 8);
    expect(p2m.logDirty).toMatchObject({ enabled: isOn, global: false });
  });

  it('refuses too many pages before a dying domain, and that before a small buffer', () => {
    const { d1, track } = setup();

    expect(() => track(0, 0x40001, 0)).toThrow(errno('EINVAL', '262145 pages are more'));
    expect(() => track(0, 9, 1)).toThrow(errno('EINVAL', '9 pages take 2 bytes'));
    d1.dying = true;
    expect(() => track(0, 9, 1)).toThrow(errno('ESRCH', 'is dying'));
  });

  it('answers EINVAL for a domain that has no vcpu yet', () => {
    const domain = createDomain(new Host(), 5, CREATE_DOMAIN);

    expect(() => trackDirtyVram(domain, { firstGfn: 0, nr: 8 })).toThrow(
      errno('EINVAL', 'has no vcpu'),
    );
  });
});
