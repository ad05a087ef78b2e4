import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { Wanted } from '../../../src/privcmd/caller-memory.js';
import { hypercall } from '../../support/privcmd.js';

describe('prepare', () => {
  it('answers ENOSYS to hypercalls that there are not, as to those of XSM', async () => {
    expect(await hypercall(new Host(), 27, [])).toEqual({ returned: -38, written: {} });
  });

  it('makes what Xen refuses what the call returns, and lets through what is wanted', async () => {
    const host = new Host();

    expect((await hypercall(host, 12, [14, 0x1000], { 0x1000: undefined })).returned).toBe(-14);
    await expect(hypercall(host, 36, [0x1000])).rejects.toBeInstanceOf(Wanted);
  });
});
