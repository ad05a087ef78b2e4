import { describe, expect, it } from 'vitest';
import { perform } from '../../../src/cli/replay-ept/operation.js';
import { RecordedWorld } from '../../../src/cli/replay-ept/recorded-world.js';
import type { Args } from '../../../src/cli/replay-ept/recording.js';
import { TRACKING_OPERATIONS } from '../../../src/cli/replay-ept/tracking-operations.js';
import { entryAt } from '../../support/ept.js';
import { set, typeAt } from '../../support/p2m.js';

const [WC, WB, ENABLED] = [1, 6, 1 << 11];

/** A recorded world with 2 MiB of RAM, and the return code of an operation in it. */
function setup(args: Args = {}) {
  const world = new RecordedWorld(args);
  const { p2m } = world;
  set(p2m, 0, 9);
  const rc = (name: string, of: Args = {}) => perform(TRACKING_OPERATIONS[name]!, world, of).rc;
  const isMarked = () => entryAt(p2m.tables, 0, 3)?.endsWith('3f');
  return { p2m, rc, isMarked };
}

describe('the recorded operations on log-dirty mode', () => {
  it('turn it on, clean its bitmap and turn it off', () => {
    const { p2m, rc } = setup();

    expect(rc('hap_log_dirty', { on: 1, global: 1 })).toBe(0);
    expect(typeAt(p2m, 5)).toBe('ram_logdirty');
    expect(rc('hap_log_dirty', { on: 0, global: 0 })).toBe(0);
    expect(typeAt(p2m, 5)).toBe('ram_rw');
    expect(rc('hap_clean_dirty_bitmap')).toBe(0);
    expect(typeAt(p2m, 5)).toBe('ram_logdirty');
  });
});

describe('the recorded operations on memory types', () => {
  it('mark the map for memory types', () => {
    const { rc, isMarked } = setup();

    expect([rc('p2m_memory_type_changed'), isMarked()]).toEqual([0, true]);
  });

  it('make device memory read-only, or writable again', () => {
    const { p2m, rc } = setup();

    rc('mmio_ro_range', { s: 'fe010', e: 'fe01f', add: 1 });
    expect([...p2m.memoryTypes.mmioReadonly]).toEqual([[0xf_e010, 0xf_e01f]]);
    rc('mmio_ro_range', { s: 'fe010', e: 'fe01f', add: 0 });
    expect(p2m.memoryTypes.mmioReadonly.isEmpty).toBe(true);
  });

  it('pin memory types, and mark the map', () => {
    const { p2m, rc, isMarked } = setup();

    expect(rc('hvm_set_mem_pinned_cacheattr', { s: '400', e: '5ff', type: WC })).toBe(0);
    expect([p2m.memoryTypes.pinned.typeOf(0x400, 9), isMarked()]).toEqual([WC, true]);
    expect(rc('hvm_set_mem_pinned_cacheattr', { s: '401', e: '5ff', type: WC })).toBe(-16);
  });

  it('set the default type of the guest, and mark the map of one that may flush caches', () => {
    const [plain, flushing] = [setup(), setup({ cache_flush_permitted: 1 })];

    for (const { rc } of [plain, flushing]) {
      expect(rc('mtrr_def_type_msr_set', { value: ENABLED | WC })).toBe(1);
      expect(rc('mtrr_def_type_msr_set', { value: ENABLED | 2 })).toBe(0);
    }
    expect([plain.isMarked(), flushing.isMarked()]).toEqual([false, true]);
  });

  it('leave the map alone where the default type is what it was', () => {
    const { rc, isMarked } = setup({ cache_flush_permitted: 1 });

    expect([rc('mtrr_def_type_msr_set', { value: ENABLED | WB }), isMarked()]).toEqual([1, false]);
  });

  it('set a range of the guest, and mark the map', () => {
    const { p2m, rc, isMarked } = setup();

    rc('mtrr_var_range', { reg: 0, base: '1000001', mask: '3fffffe00800' });

    expect(p2m.memoryTypes.guestMtrr.typeOf(0x100_0000n, 9)).toBe(WC);
    expect(isMarked()).toBe(true);
  });
});
