import { describe, expect, it } from 'vitest';
import { pagetableDying } from '../../../src/hypervisor/hvm/pagetable-dying.js';
import { errno, hostWithRam } from '../../support/host.js';

const dying =
  (caller: number, spec: object = {}) =>
  () => {
    pagetableDying(hostWithRam(4, spec).d1, caller);
  };

describe('pagetableDying', () => {
  it('is for domains with shadow paging', () => {
    expect(dying(1, { hap: false, profile: '4.22' })).not.toThrow();
    expect(dying(1)).toThrow(errno('EINVAL'));
  });

  it('answers EOPNOTSUPP about another domain, of 4.17 and later', () => {
    expect(dying(0)).toThrow(errno('EOPNOTSUPP'));
    expect(dying(0, { profile: '4.9' })).toThrow(errno('EINVAL'));
    expect(dying(0, { hap: false, profile: '4.8' })).not.toThrow();
  });
});
