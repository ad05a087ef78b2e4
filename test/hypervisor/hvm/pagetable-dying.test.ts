import { describe, expect, it } from 'vitest';
import { pagetableDying } from '../../../src/hypervisor/hvm/pagetable-dying.js';
import { errno, hostWithRam } from '../../support/host.js';

/** Domain 2 is a stranger. */
function dying(caller: number, spec: object = {}) {
  const { host, d1 } = hostWithRam(4, spec);
  host.createDomain({ specialPages: false, memoryMib: 1 });
  return () => {
    pagetableDying(d1, host.caller(caller));
  };
}

const SHADOW = { hap: false, profile: '4.22' };

describe('pagetableDying', () => {
  it('is for domains with shadow paging', () => {
    expect(dying(1, SHADOW)).not.toThrow();
    expect(dying(1)).toThrow(errno('EINVAL', 'no shadow page tables'));
  });

  it('looks last at whom it is asked by', () => {
    expect(dying(0, SHADOW)).not.toThrow();
    expect(dying(2, SHADOW)).toThrow(errno('EPERM'));
    expect(dying(2)).toThrow(errno('EINVAL'));
  });
});
