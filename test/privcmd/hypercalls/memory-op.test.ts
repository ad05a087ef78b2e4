import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { hypercall, words } from '../../support/privcmd.js';

const MEMORY_OP = 12;
const ARG = 0x1000;
const LIST = 0x2000;

function world() {
  const host = new Host();
  const domain = host.createDomain({ memoryMib: 4 });
  const reservation = (nr: number) =>
    words([8, LIST], [8, nr], [4, 0], [4, 0], [2, domain.domid]).padEnd(64, '0');
  return { host, domain, reservation };
}

describe('memory_op', () => {
  it('populates and gives back extents, and returns how many', async () => {
    const { host, domain, reservation } = world();
    const memory = { [ARG]: reservation(2), [LIST]: words([8, 0x8000], [8, 0x8001]) };
    const before = domain.pages;

    expect((await hypercall(host, MEMORY_OP, [6, ARG], memory)).returned).toBe(2);
    expect(domain.pages).toBe(before + 2);
    expect((await hypercall(host, MEMORY_OP, [1, ARG], memory)).returned).toBe(2);
    expect(domain.pages).toBe(before);
  });

  it('takes the command from the low bits, whatever a continuation has left above', async () => {
    const { host, domain } = world();
    const memory = { [ARG]: words([2, domain.domid]) };

    expect((await hypercall(host, MEMORY_OP, [(5 << 6) | 14, ARG], memory)).returned).toBe(0xfefff);
    expect((await hypercall(host, MEMORY_OP, [3, ARG], memory)).returned).toBe(domain.pages);
    expect((await hypercall(host, MEMORY_OP, [4, ARG], memory)).returned).toBe(domain.maxPages);
  });

  it('moves pages, one or many', async () => {
    const { host, domain } = world();
    const one = words([2, domain.domid], [2, 0], [4, 2], [8, 5], [8, 0x9000]);
    expect((await hypercall(host, MEMORY_OP, [7, ARG], { [ARG]: one })).returned).toBe(0);
    expect(domain.p2m.query(0x9000).mfn).toBeGreaterThan(0);

    const batch =
      words([2, domain.domid], [2, 2], [2, 1], [2, 0], [8, 0]) +
      words([8, LIST], [8, LIST + 8], [8, LIST + 16]);
    const memory = { [ARG]: batch, [LIST]: words([8, 6], [8, 0x9001]) };
    const { returned, written } = await hypercall(host, MEMORY_OP, [23, ARG], memory);
    expect([returned, written]).toEqual([0, { [LIST + 16]: '00000000' }]);

    const gone = words([2, domain.domid], [2, 0], [4, 0], [8, 0x9001]);
    expect((await hypercall(host, MEMORY_OP, [15, ARG], { [ARG]: gone })).returned).toBe(0);
  });

  it('claims nothing and shares nothing with success, and knows no more', async () => {
    const { host } = world();

    expect((await hypercall(host, MEMORY_OP, [24, 0])).returned).toBe(0);
    expect((await hypercall(host, MEMORY_OP, [40, 0])).returned).toBe(-38);
  });
});
