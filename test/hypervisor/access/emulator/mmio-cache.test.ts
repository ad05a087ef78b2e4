import { describe, expect, it } from 'vitest';
import { cacheEntry, findCached } from '../../../../src/hypervisor/access/emulator/mmio-cache.js';
import { guestWithRam, preparedAccess } from '../../../support/guest.js';

const [WRITE, READ] = [0, 1] as const;

describe('cacheEntry', () => {
  it('makes one for each address and direction', () => {
    const access = preparedAccess(guestWithRam());
    const entry = cacheEntry(access, 0x3000, READ);

    expect(entry).toMatchObject({ gla: 0x3000, dir: READ, size: 0 });
    expect(cacheEntry(access, 0x3000, READ)).toBe(entry);
    expect(cacheEntry(access, 0x3000, WRITE)).not.toBe(entry);
    expect(findCached(access, 0x3000, READ)).toBe(entry);
    expect(findCached(access, 0x3004, READ)).toBeUndefined();
  });

  it('makes no more than there is room for', () => {
    const access = preparedAccess(guestWithRam({ knobs: { mmio_cache_entries: 3 } }));
    cacheEntry(access, 0, READ);
    cacheEntry(access, 1, READ);
    cacheEntry(access, 2, READ);

    expect(cacheEntry(access, 3, READ)).toBeUndefined();
    expect(cacheEntry(access, 1, READ)).toBeDefined();
  });
});
