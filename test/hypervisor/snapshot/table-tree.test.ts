import { describe, expect, it } from 'vitest';
import { TableTrees } from '../../../src/hypervisor/snapshot/table-tree.js';
import { hostWithRam } from '../../support/host.js';

describe('TableTrees', () => {
  it('gives every table to the domain in whose tree it is', () => {
    const { host, d1 } = hostWithRam(600);
    const { root, pool } = d1.p2m.tables;
    const other = host.createDomain({ memoryMib: 1 }).p2m.tables;
    const trees = new TableTrees(host.tablePages);

    expect(trees.left).toBe(pool.inUse + other.pool.inUse);
    expect(trees.claim(root, '/root')).toBe(pool.inUse);
    expect(trees.left).toBe(other.pool.inUse);
    expect(trees.claim(other.root, '/root')).toBe(other.pool.inUse);
    expect(trees.left).toBe(0);
  });

  it('refuses a table in two trees, one that is free, and a ring', () => {
    const { host, d1 } = hostWithRam(4);
    const { root } = d1.p2m.tables;
    const trees = new TableTrees(host.tablePages);
    trees.claim(root, '/root');

    expect(() => trees.claim(root, '/root')).toThrow(`leads to table ${root}`);
    const words = host.tablePages.words;
    words[root << 10] = ((root << 12) | 7) >>> 0;
    expect(() => new TableTrees(host.tablePages).claim(root, '/root')).toThrow('in two trees');
    words[root << 10] = ((999 << 12) | 7) >>> 0;
    expect(() => new TableTrees(host.tablePages).claim(root, '/root')).toThrow(
      'leads to table 999',
    );
  });
});
