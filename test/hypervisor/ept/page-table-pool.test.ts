import { describe, expect, it } from 'vitest';
import { PageTablePool } from '../../../src/hypervisor/ept/page-table-pool.js';
import { NO_TABLE, TablePages } from '../../../src/hypervisor/ept/table-pages.js';

describe('PageTablePool', () => {
  it('counts what was taken and given back', () => {
    const pool = new PageTablePool(new TablePages(0));

    const [first] = [pool.allocate(), pool.allocate(), pool.allocate()];
    pool.release(first);

    expect(pool).toMatchObject({ allocated: 3, released: 1, inUse: 2, available: Infinity });
  });

  it('gives no more than its allowance, and again what came back', () => {
    const pool = new PageTablePool(new TablePages(0));
    pool.available = 2;

    const [first, second, third] = [pool.allocate(), pool.allocate(), pool.allocate()];
    expect([first, second, third]).toEqual([0, 1, NO_TABLE]);
    expect(pool).toMatchObject({ allocated: 2, available: 0 });

    pool.release(0);
    expect(pool.available).toBe(1);
    expect(pool.allocate()).toBe(0);
  });

  it('shares the pages of the host with other domains', () => {
    const pages = new TablePages(0);
    const [d1, d2] = [new PageTablePool(pages), new PageTablePool(pages)];

    expect([d1.allocate(), d2.allocate(), d1.allocate()]).toEqual([0, 1, 2]);
  });

  it('has none when the host has none', () => {
    const pages = new TablePages(0);
    const pool = new PageTablePool(pages);
    while (pages.allocate() !== NO_TABLE);

    expect(pool.allocate()).toBe(NO_TABLE);
    expect(pool.allocated).toBe(0);
  });
});
