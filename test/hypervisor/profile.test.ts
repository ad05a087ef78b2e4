import { describe, expect, it } from 'vitest';
import { PROFILES, resolveProfile } from '../../src/hypervisor/profile.js';
import { errno } from '../support/host.js';

describe('resolveProfile', () => {
  it('is 4.17 unless told otherwise', () => {
    expect(resolveProfile().name).toBe('4.17');
  });

  it('turns single knobs and leaves the shipped profile as it is', () => {
    const turned = resolveProfile('v6', { pause_on_map_mem_type: false });

    expect(turned.knobs.pause_on_map_mem_type).toBe(false);
    expect(turned.knobs.claim_required).toBe(true);
    expect(resolveProfile('v6').knobs.pause_on_map_mem_type).toBe(true);
  });

  it('answers EINVAL and the name for what it does not know', () => {
    expect(() => resolveProfile('4.7')).toThrow(
      errno(
        'EINVAL',
        'no profile 4.7: there are 4.8, v6-patch1, v6-patch2, v6-patch3, v6-patch4, v6, 4.9, 4.17, 4.22',
      ),
    );
    expect(() => resolveProfile('4.17', { toString: true })).toThrow(
      errno('EINVAL', 'no knob toString'),
    );
    expect(() => resolveProfile('4.17', { null_owner: 'crash' })).toThrow(
      errno('EINVAL', 'knob null_owner is one of retry, unhandleable, not "crash"'),
    );
    expect(() => resolveProfile('4.17', { claim_required: 1 })).toThrow(
      errno('EINVAL', 'knob claim_required is one of false, true, not 1'),
    );
  });
});

describe('the shipped profiles', () => {
  // prettier-ignore
  it.each([
    // knob                    4.8         v6              4.9           4.17          4.22
    ['pause_on_map_mem_type',  false,      true,           false,        false,        false],
    ['claim_required',         false,      true,           true,         true,         true],
    ['null_owner',             'unhandleable', 'unhandleable', 'retry',  'retry',      'retry'],
    ['non_hap_errno',          'EINVAL',   'EINVAL',       'EOPNOTSUPP', 'EOPNOTSUPP', 'EOPNOTSUPP'],
    ['shadow_paging',          true,       true,           true,         false,        true],
    ['ioservid_allocation',    'counter',  'counter',      'counter',    'slot',       'slot'],
    ['cmpxchg_tries_ram',      true,       true,           true,         false,        true],
    ['mmio_cache_entries',     3,          3,              3,            3,            64],
  ] as const)('%s', (knob, ...values) => {
    const released = PROFILES.filter(({ name }) => !name.startsWith('v6-patch'));
    expect(released.map(({ knobs }) => knobs[knob])).toEqual(values);
  });
});
