import { describe, expect, it } from 'vitest';
import { grantFramesOf, RESOURCE, sizeOfResource } from '../../../src/hypervisor/hvm/resource.js';
import { errno, hostWithRam } from '../../support/host.js';

describe('sizeOfResource', () => {
  it('is that of the largest grant table, and of any ioreq server', () => {
    const { d1 } = hostWithRam(4, { maxGrantFrames: 12 });

    expect(sizeOfResource(d1, RESOURCE.ioreq_server, 0x1_0000)).toBe(2);
    expect(sizeOfResource(d1, RESOURCE.grant_table, 0)).toBe(12);
    expect(sizeOfResource(d1, RESOURCE.grant_table, 1)).toBe(2);
    expect(() => sizeOfResource(d1, RESOURCE.grant_table, 2)).toThrow(
      errno('EINVAL', 'no resource 2 of type 1'),
    );
    expect(() => sizeOfResource(d1, RESOURCE.vmtrace_buf, 0)).toThrow(errno('EINVAL'));
  });

  it('is an errno taken for a number, in 4.17', () => {
    expect(sizeOfResource(hostWithRam(4, { profile: '4.17' }).d1, 3, 0)).toBe(0xffff_ffa1);
    expect(() => sizeOfResource(hostWithRam(4, { profile: '4.22' }).d1, 3, 0)).toThrow(
      errno('EINVAL'),
    );
  });
});

describe('grantFramesOf', () => {
  it('are those of the table, up to its end', () => {
    const { d1 } = hostWithRam(4, { maxGrantFrames: 2 });
    const [first] = grantFramesOf(d1, 0, 0, 2);

    expect(grantFramesOf(d1, 0, 0, 1)).toEqual([first]);
    expect(() => grantFramesOf(d1, 0, 1, 2)).toThrow(errno('EINVAL', 'no frame 0x2'));
    expect(() => grantFramesOf(d1, 1, 0, 1)).toThrow(errno('EINVAL', 'no status frames'));
  });
});
