import { describe, expect, it } from 'vitest';
import { P2MA, p2mAccessName } from '../../../src/hypervisor/abi/p2m-access.js';
import type { P2m } from '../../../src/hypervisor/p2m/p2m.js';
import {
  liftRestriction,
  memAccessOf,
  setMemAccess,
} from '../../../src/hypervisor/p2m/mem-access.js';
import { entryAt } from '../../support/ept.js';
import { errno } from '../../support/host.js';
import { mapWithRam, newP2m, typeAt } from '../../support/p2m.js';

const accessAt = (p2m: P2m, gfn: number) => p2mAccessName(p2m.query(gfn).access);

describe('setMemAccess', () => {
  it('restricts one page after the other, and splits superpages for that', () => {
    const { p2m } = mapWithRam(9);

    setMemAccess(p2m, 5, 3, P2MA.rx);

    expect([4, 5, 7, 8].map((gfn) => accessAt(p2m, gfn))).toEqual(['rwx', 'rx', 'rx', 'rwx']);
    expect(entryAt(p2m.tables, 5)).toBe('9400000100005375');
    expect(p2m.tables.flushes).toBe(1);
  });

  it('populates what it restricts', () => {
    const { p2m } = newP2m();
    p2m.pod.mark(0x200, 0);
    p2m.pod.fill(1);

    setMemAccess(p2m, 0x200, 1, P2MA.n);

    expect([typeAt(p2m, 0x200), accessAt(p2m, 0x200)]).toEqual(['ram_rw', 'n']);
  });

  it('makes entries that hardware takes for misconfigured, as Xen does', () => {
    const { p2m } = mapWithRam(9);

    setMemAccess(p2m, 2, 1, P2MA.w);
    setMemAccess(p2m, 9, 1, P2MA.wx);

    expect([2, 9].map((gfn) => entryAt(p2m.tables, gfn))).toEqual([
      '8800000100002372',
      '9800000100009376',
    ]);
  });

  it('changes nothing in a hole but the highest mapped gfn', () => {
    const { p2m } = mapWithRam(9);

    setMemAccess(p2m, 0x500, 1, P2MA.r);

    expect([typeAt(p2m, 0x500), p2m.maxMappedGfn]).toEqual(['mmio_dm', 0x500]);
  });

  it('answers ENOMEM for want of tables, those before it changed', () => {
    const { p2m } = mapWithRam(10);
    p2m.tables.pool.available = 1;

    expect(() => {
      setMemAccess(p2m, 0x1fe, 4, P2MA.r);
    }).toThrow(errno('ENOMEM'));
    expect([0x1fe, 0x1ff, 0x200].map((gfn) => accessAt(p2m, gfn))).toEqual(['r', 'r', 'rwx']);
  });
});

describe('memAccessOf', () => {
  it('is what a page was restricted to', () => {
    const { p2m } = mapWithRam(9);
    setMemAccess(p2m, 5, 1, P2MA.rx2rw);

    expect([4, 5].map((gfn) => memAccessOf(p2m, gfn))).toEqual([P2MA.rwx, P2MA.rx2rw]);
  });

  it('answers ESRCH where nothing is mapped', () => {
    const { p2m } = mapWithRam(9);

    expect(() => memAccessOf(p2m, 0x500)).toThrow(errno('ESRCH', 'gfn 0x500'));
  });
});

describe('liftRestriction', () => {
  // prettier-ignore
  it.each([
    // from    to      writes of the entry
    ['n',      'rwx',  0],
    ['r',      'rwx',  1],
    ['rx',     'rwx',  1],
    ['rx2rw',  'rw',   1],
    ['n2rwx',  'rwx',  1],
  ] as const)('turns %s into %s and flushes %i times', (from, to, flushes) => {
    const { p2m } = mapWithRam(0);
    setMemAccess(p2m, 0, 1, P2MA[from]);
    const before = p2m.tables.flushes;

    liftRestriction(p2m, 0);

    expect([accessAt(p2m, 0), p2m.tables.flushes - before]).toEqual([to, flushes]);
  });
});
