import { describe, expect, it } from 'vitest';
import { XenError } from '../../../src/hypervisor/abi/errno.js';
import { XenBug } from '../../../src/hypervisor/abi/xen-bug.js';

describe('XenBug', () => {
  it('is an error that no errno stands for', () => {
    const bug = new XenBug('gfn 0x200: a superpage may not be ioreq_server');

    expect(bug).toBeInstanceOf(Error);
    expect(bug).not.toBeInstanceOf(XenError);
    expect(String(bug)).toBe('XenBug: gfn 0x200: a superpage may not be ioreq_server');
  });
});
