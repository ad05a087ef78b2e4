import { describe, expect, it } from 'vitest';
import { VcpuBusy } from '../../../src/hypervisor/access/vcpu-busy.js';

describe('VcpuBusy', () => {
  it('says which vcpu, and in what', () => {
    const error = new VcpuBusy(1, 7);

    expect(error).toMatchObject({ name: 'VcpuBusy', vcpu: 1, accessId: 7 });
    expect(error.message).toContain('vcpu 1 is in access 7');
  });
});
