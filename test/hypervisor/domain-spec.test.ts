import { describe, expect, it } from 'vitest';
import { resolveConfig, type DomainSpec } from '../../src/hypervisor/domain-spec.js';
import { errno } from '../support/host.js';

const resolve = (spec: DomainSpec) => resolveConfig(spec, '4.17');

describe('resolveConfig', () => {
  it('makes an HVM domain with HAP, one vcpu and a whole PC, unless told otherwise', () => {
    expect(resolve({})).toMatchObject({
      type: 'hvm',
      hap: true,
      vcpus: 1,
      emulation: 'full',
      profile: { name: '4.17' },
    });
    expect(resolve({ type: 'pvh' })).toMatchObject({ hap: true, emulation: 'lapic' });
    expect(resolve({ type: 'pv', profile: '4.22' })).toMatchObject({
      hap: false,
      profile: { name: '4.22' },
    });
  });

  // prettier-ignore
  it.each([
    ['no vcpu',                    { vcpus: 0 },                     'EINVAL'],
    ['129 vcpus',                  { vcpus: 129 },                   'EINVAL'],
    ['HAP for a PV domain',        { type: 'pv', hap: true },        'EINVAL'],
    ['shadow paging, not built in', { hap: false },                  'EOPNOTSUPP'],
    ['a profile that is not there', { profile: '3.0' },              'EINVAL'],
    ['a knob that is not there',   { knobs: { speed: 11 } },         'EINVAL'],
  ] as const)('refuses %s', (_, spec, name) => {
    expect(() => resolve(spec)).toThrow(errno(name));
  });

  it('has shadow paging where the build has it', () => {
    expect(resolve({ hap: false, profile: '4.22' }).hap).toBe(false);
    expect(resolve({ hap: false, knobs: { shadow_paging: true } }).hap).toBe(false);
    expect(resolve({ vcpus: 128 }).vcpus).toBe(128);
  });

  it('refuses a domain without a grant frame', () => {
    expect(() => resolve({ maxGrantFrames: 0 })).toThrow(errno('EINVAL'));
  });
});
