import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import {
  cleanDirtyBitmap,
  disableLogDirty,
  enableLogDirty,
  noteFirstWrite,
} from '../../../src/hypervisor/p2m/dirty-tracking.js';
import { changeTypeRange } from '../../../src/hypervisor/p2m/type-change.js';
import { entryAt } from '../../support/ept.js';
import { errno } from '../../support/host.js';
import { mapWithRam, typeAt } from '../../support/p2m.js';

describe('enableLogDirty', () => {
  it('write-protects all RAM, lazily', () => {
    const { p2m } = mapWithRam(10);

    enableLogDirty(p2m, true);

    expect(p2m.logDirty).toMatchObject({ enabled: true, global: true });
    expect([typeAt(p2m, 5), entryAt(p2m.tables, 5)]).toEqual(['ram_logdirty', '9c000001000003f7']);
  });

  it('write-protects nothing when ranges are to follow', () => {
    const { p2m } = mapWithRam(10);

    enableLogDirty(p2m, false);

    expect(p2m.logDirty).toMatchObject({ enabled: true, global: false });
    expect([typeAt(p2m, 5), p2m.tables.flushes]).toEqual(['ram_rw', 0]);
  });

  it('answers EBUSY for all of memory while ioreq_server pages are outstanding', () => {
    const { p2m } = mapWithRam(10);
    p2m.changeTypeOne(5, P2MT.ram_rw, P2MT.ioreq_server);

    expect(() => {
      enableLogDirty(p2m, true);
    }).toThrow(errno('EBUSY', '1 ioreq_server pages'));
    expect(p2m.logDirty.enabled).toBe(false);
    enableLogDirty(p2m, false);
    expect(p2m.logDirty.enabled).toBe(true);
  });
});

describe('disableLogDirty', () => {
  it('lets all RAM be written to again', () => {
    const { p2m } = mapWithRam(10);
    enableLogDirty(p2m, true);

    disableLogDirty(p2m);

    expect(p2m.logDirty).toMatchObject({ enabled: false, global: false });
    expect(typeAt(p2m, 5)).toBe('ram_rw');
  });
});

describe('noteFirstWrite', () => {
  it('notes the page, splits its superpage and lets it be written to', () => {
    const { p2m, vcpu } = mapWithRam(10);
    enableLogDirty(p2m, true);
    p2m.handleMisconfig(0x205, vcpu);
    expect(entryAt(p2m.tables, 0x205)).toBe('9c200001002001f5');

    noteFirstWrite(p2m, 0x205);

    expect([0x204, 0x205].map((gfn) => entryAt(p2m.tables, gfn))).toEqual([
      '9c20000100204175',
      '9c00000100205377',
    ]);
    expect([0x204, 0x205].map((gfn) => p2m.logDirty.bitmap.has(gfn))).toEqual([false, true]);
  });

  it('gives the page the default access', () => {
    const { p2m } = mapWithRam(0);
    p2m.setPage(0, 0x10_0000, P2MT.ram_logdirty, P2MA.r);

    noteFirstWrite(p2m, 0);

    expect(p2m.query(0)).toMatchObject({ type: P2MT.ram_rw, access: P2MA.rwx });
  });

  it('leaves a page of another type as it is', () => {
    const { p2m } = mapWithRam(0);
    p2m.setPage(0, 0x10_0000, P2MT.ram_ro, P2MA.rwx);

    noteFirstWrite(p2m, 0);

    expect([typeAt(p2m, 0), p2m.logDirty.marked]).toEqual(['ram_ro', 1]);
  });

  it('leaves a page that cannot be split write-protected, to fault again', () => {
    const { p2m, vcpu } = mapWithRam(10);
    enableLogDirty(p2m, true);
    p2m.handleMisconfig(0x205, vcpu);
    p2m.tables.pool.available = 0;

    noteFirstWrite(p2m, 0x205);

    expect(typeAt(p2m, 0x205)).toBe('ram_logdirty');
    expect(p2m.logDirty.bitmap.has(0x205)).toBe(true);
  });
});

describe('cleanDirtyBitmap', () => {
  it('write-protects anew what has been written to', () => {
    const { p2m } = mapWithRam(10);
    enableLogDirty(p2m, true);
    noteFirstWrite(p2m, 0x205);
    expect(typeAt(p2m, 0x205)).toBe('ram_rw');

    cleanDirtyBitmap(p2m);

    expect(typeAt(p2m, 0x205)).toBe('ram_logdirty');
  });

  it('reaches ranges too', () => {
    const { p2m } = mapWithRam(10);
    changeTypeRange(p2m, 0x200, 0x300, P2MT.ram_rw, P2MT.ram_logdirty);
    noteFirstWrite(p2m, 0x205);

    cleanDirtyBitmap(p2m);

    expect(p2m.logDirty.global).toBe(true);
    expect([5, 0x205].map((gfn) => typeAt(p2m, gfn))).toEqual(['ram_logdirty', 'ram_logdirty']);
  });
});
