import { describe, expect, it } from 'vitest';
import { RecordedWorld } from '../../../src/cli/replay-ept/recorded-world.js';
import { entryAt } from '../../support/ept.js';
import { set } from '../../support/p2m.js';

const SETUP = { ept_ad: 1, exec_sp: 1, hap_2mb: 1, hap_1gb: 1, cache_flush_permitted: 0 };

describe('RecordedWorld', () => {
  // prettier-ignore
  it.each([
    // frame       is memory  has an owner
    ['0xdffff',    true,      false],
    ['0xe0000',    false,     false],
    ['0xfffff',    false,     false],
    ['0x100000',   true,      false],
    ['0x7fffff',   true,      false],
    ['0x800000',   true,      true],
    ['0x8fffff',   true,      true],
    ['0x900000',   true,      false],
    ['0x10fffff',  true,      false],
    ['0x1100000',  false,     false],
  ])('frame %s is memory: %s, and owned by another domain: %s', (frame, valid, owned) => {
    const { policy } = new RecordedWorld(SETUP).p2m.tables;

    expect([policy.mfnValid(Number(frame)), policy.frameHasOwner(Number(frame))]).toEqual([valid, owned]);
  });

  // prettier-ignore
  it.each([
    // setup                        entry of a 2M superpage
    [{},                            '9c000001000003f7'],
    [{ ept_ad: 0 },                 '9c000001000000f7'],
    [{ exec_sp: 0 },                '9c000001000003f3'],
    [{ hap_2mb: 0 },                '9c00000100000377'],
    [{ cache_flush_permitted: 1 },  '9c000001000003b7'],
  ])('set up with %j maps RAM as %s', (changes, entry) => {
    const { p2m } = new RecordedWorld({ ...SETUP, ...changes });

    set(p2m, 0, 9);

    expect(entryAt(p2m.tables, 0)).toBe(entry);
  });

  it('takes frames to populate on demand from 0x900000 upwards', () => {
    const { p2m } = new RecordedWorld(SETUP);
    p2m.pod.mark(0x200, 9);
    p2m.pod.mark(0x400, 9);

    p2m.pod.fill(1024);

    expect([0x200, 0x400].map((gfn) => p2m.populated(gfn).mfn)).toEqual([0x90_0000, 0x90_0200]);
  });

  it('counts crashes, and knows that another look may be spurious', () => {
    const world = new RecordedWorld(SETUP);

    world.p2m.crashDomain('it had to be');
    world.p2m.tables.policy.onResolved();

    expect(world).toMatchObject({ crashes: 1, vcpu: { spuriousMisconfig: true } });
  });
});
