import { describe, expect, it } from 'vitest';
import { cpuAccess } from '../../../src/cli/replay-ept/cpu-access.js';
import { RecordedWorld } from '../../../src/cli/replay-ept/recorded-world.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { changeEntryTypeGlobal } from '../../../src/hypervisor/p2m/type-change.js';
import { set, typeAt } from '../../support/p2m.js';

const WRITE = 0b10;
const SETUP = { ept_ad: 1, exec_sp: 1, hap_2mb: 1, hap_1gb: 1, cache_flush_permitted: 0 };

/** 4 MiB of RAM; one page each that is ioreq_server, claimed, and write-protected. */
function setup(changes: Partial<typeof SETUP> = {}) {
  const world = new RecordedWorld({ ...SETUP, ...changes });
  const { p2m } = world;
  set(p2m, 0, 10);
  p2m.claim.claim(0, WRITE);
  set(p2m, 0x205, 0, { type: 'ioreq_server' });
  set(p2m, 0x206, 0, { type: 'ram_logdirty' });
  return world;
}

describe('cpuAccess', () => {
  // prettier-ignore
  it.each([
    // gfn     kind   rc  trail                                       why
    ['0x5',    'w',   1,  [['ok', 1]],                                'RAM'],
    ['0x205',  'r',   1,  [['ok', 0]],                                'a page of a device model'],
    ['0x205',  'w',   2,  [['violation', 0, 1, 'forwarded']],         'a page of a device model'],
    ['0x206',  'w',   1,  [['violation', 0, 1, 'dirty'], ['ok', 0]],  'the first write to a page'],
    ['0x207',  'rw',  1,  [['ok', 0]],                                'RAM'],
    ['0x500',  'r',   2,  [['violation', 1, 1, 'forwarded']],         'a hole'],
  ] as const)('of gfn %s, %s, answers %i after %j: %s', (gfn, kind, rc, trail, _) => {
    expect(cpuAccess(setup(), Number(gfn), kind)).toEqual({ rc, trail });
  });

  it('resolves a misconfiguration and tries again', () => {
    const world = setup();
    changeEntryTypeGlobal(world.p2m, P2MT.ram_rw, P2MT.ram_rw);

    expect(cpuAccess(world, 0x207, 'w')).toEqual({
      rc: 1,
      trail: [
        ['misconfig', 3, 1],
        ['ok', 0],
      ],
    });
    expect(cpuAccess(world, 5, 'r')).toEqual({
      rc: 1,
      trail: [
        ['misconfig', 1, 1],
        ['ok', 1],
      ],
    });
  });

  it('gives up a misconfiguration that no mark explains', () => {
    const world = setup();
    set(world.p2m, 0x208, 0, { access: 'w' });

    expect(cpuAccess(world, 0x208, 'r')).toEqual({ rc: -1, trail: [['misconfig', 0, 0]] });
  });

  it('faults for ever where Xen calls a violation handled and changes nothing: twelve times', () => {
    const { rc, trail } = cpuAccess(setup(), 0x205, 'x');

    expect([rc, trail]).toEqual([0, Array(12).fill(['violation', 0, 1, ''])]);
  });

  it('lifts a restriction that no monitor hears of', () => {
    const world = setup();
    set(world.p2m, 0x208, 0, { access: 'rx' });

    expect(cpuAccess(world, 0x208, 'w').trail).toEqual([
      ['violation', 0, 1, ''],
      ['ok', 0],
    ]);
  });

  it('shatters a superpage that may not be executed', () => {
    const world = setup({ exec_sp: 0 });

    expect(cpuAccess(world, 5, 'x').trail).toEqual([
      ['violation', 1, 1, ''],
      ['ok', 0],
    ]);
    expect([world.p2m.query(5).order, typeAt(world.p2m, 5)]).toEqual([0, 'ram_rw']);
  });

  it('ends where Xen crashes the domain', () => {
    const world = setup();
    set(world.p2m, 0x208, 0, { type: 'ram_broken' });

    expect(cpuAccess(world, 0x208, 'r')).toEqual({ rc: -2, trail: [['violation', 0, 0, 'crash']] });
    expect(world.crashes).toBe(1);
  });
});
