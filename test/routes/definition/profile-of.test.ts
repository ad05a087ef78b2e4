import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../src/routes/definition/profile-of.js';
import { hostWithRam } from '../../support/host.js';

describe('profileOf', () => {
  it('is that of the domain, else of the caller, else of the host', () => {
    const { host, dom0 } = hostWithRam(1, { profile: '4.9' }, { profile: '4.22' });

    expect(profileOf(host, 1, dom0).name).toBe('4.9');
    expect(profileOf(host, 7, host.caller(1)).name).toBe('4.9');
    expect(profileOf(host, 7, dom0).name).toBe('4.22');
  });
});
