import { describe, expect, it } from 'vitest';
import { startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { VCPU, restoreVcpu, saveVcpu } from '../../../src/hypervisor/snapshot/vcpu-state.js';
import { Vcpu } from '../../../src/hypervisor/vcpu.js';
import { addServer, hostWithRam } from '../../support/host.js';
import { again } from '../../support/written.js';

describe('a vcpu in a snapshot', () => {
  it('keeps what it waits for and what it has done of its instruction', () => {
    const { host, d1 } = hostWithRam(1);
    addServer(host, d1).ranges('memory').add(0xf000_0000n, 0xf000_0fffn);
    startAccess(d1, { vcpu: 0, kind: 'rmw', gpa: 0xf000_0010, size: 4 });
    const vcpu = d1.vcpu(0);
    vcpu.injectedEvent = { vector: 3, type: 0, errorCode: 7, insnLength: 1, cr2: 9n };
    const saved = again(VCPU, saveVcpu(vcpu));
    const other = new Vcpu(0);

    restoreVcpu(other, saved);

    expect(saveVcpu(other)).toEqual({ ...saveVcpu(vcpu), access: undefined });
    expect(other.blockedInXen).toEqual({ ioservid: 0, port: 1 });
    expect(other.io.mmioCache).toHaveLength(vcpu.io.mmioCache.length);
  });

  it('costs next to nothing where nothing has happened to it', () => {
    const other = new Vcpu(1);

    restoreVcpu(other, again(VCPU, saveVcpu(new Vcpu(1))));

    expect(other.hasIo).toBe(false);
  });
});
