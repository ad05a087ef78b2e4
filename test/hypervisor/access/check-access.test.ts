import { describe, expect, it } from 'vitest';
import { checkAccess } from '../../../src/hypervisor/access/check-access.js';
import { errno, hostWithRam } from '../../support/host.js';

const WRITE = { vcpu: 0, kind: 'write', gpa: 0x1000, size: 4, data: 1n } as const;

describe('checkAccess', () => {
  // prettier-ignore
  it.each([
    ['ENOENT', { vcpu: 1 }],
    ['EINVAL', { size: 3 }],
    ['EINVAL', { gla: 0x7 }],
    ['EINVAL', { kind: 'insn' }],
  ] as const)('throws %s for %j', (name, request) => {
    const { d1 } = hostWithRam(4);

    expect(() => { checkAccess(d1, { ...WRITE, ...request }); }).toThrow(errno(name));
    expect(d1.lastAccessId).toBe(0);
  });

  it('leaves everything as it is where the access could begin', () => {
    const { d1 } = hostWithRam(4);
    checkAccess(d1, WRITE);

    expect([d1.lastAccessId, d1.vcpu(0).access]).toEqual([0, undefined]);
    expect([...d1.machine.contents()]).toEqual([]);
  });
});
