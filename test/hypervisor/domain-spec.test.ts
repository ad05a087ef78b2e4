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
    ['no vcpu',                         { vcpus: 0 },                      'EINVAL',     '1 to 128 vcpus, not 0'],
    ['129 vcpus',                       { vcpus: 129 },                    'EINVAL',     'not 129'],
    ['HAP for a PV domain',             { type: 'pv', hap: true },         'EINVAL',     'a PV domain has no HAP'],
    ['shadow paging, not built in',     { hap: false },                    'EOPNOTSUPP', '4.17 is built without'],
    ['a profile that is not there',     { profile: '3.0' },                'EINVAL',     '3.0'],
    ['a knob that is not there',        { knobs: { speed: 11 } },          'EINVAL',     'speed'],
    ['a domain without a grant frame',  { maxGrantFrames: 0 },             'EINVAL',     'at least one grant frame'],
    ["a toolstack's layout but of HVM", { type: 'pvh', toolstack: true },  'EINVAL',     'not of pvh'],
  ] as const)('refuses %s', (_, spec, name, says) => {
    expect(() => resolve(spec)).toThrow(errno(name, says));
  });

  it('has shadow paging where the build has it', () => {
    expect(resolve({ hap: false, profile: '4.22' }).hap).toBe(false);
    expect(resolve({ hap: false, knobs: { shadow_paging: true } }).hap).toBe(false);
    expect(resolve({ vcpus: 128 }).vcpus).toBe(128);
  });

  it('takes grant frames from one on, 64 unless told otherwise', () => {
    expect(
      [1, undefined].map((maxGrantFrames) => resolve({ maxGrantFrames }).maxGrantFrames),
    ).toEqual([1, 64]);
  });
});
