import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { createDomain, type CreateDomain } from '../../../src/hypervisor/hvm/create-domain.js';
import { CREATE_DOMAIN, errno } from '../../support/host.js';

const [HVM, HAP, NESTED] = [0x1, 0x2, 0x40];
const PV = { flags: 0, emulationFlags: 0 };
const NEWEST = { profile: '4.22' };

const create =
  (request: Partial<CreateDomain>, domid = 5) =>
  () =>
    createDomain(new Host(), domid, { ...CREATE_DOMAIN, ...request });

describe('createDomain', () => {
  it('makes a paused domain of that configuration', () => {
    const domain = createDomain(new Host(), 5, {
      ...CREATE_DOMAIN,
      flags: 0x13,
      maxGrantFrames: 4,
    });

    expect(domain).toMatchObject({ domid: 5, type: 'hvm', hap: true, maxVcpus: 2, maxPort: 100 });
    expect([domain.vcpus.length, domain.pages, domain.controllerPauseCount]).toEqual([0, 0, 1]);
    expect([domain.hasXenstore, domain.maxGrantFrames]).toEqual([true, 4]);
  });

  it('looks at flags before anything else, and at the cpupool last', () => {
    expect(create({ flags: 0x100, emulationFlags: 0, cpupoolId: 9 })).toThrow(errno('EINVAL'));
    expect(create({ emulationFlags: 0, cpupoolId: 9 })).toThrow(errno('EOPNOTSUPP'));
    expect(create({ cpupoolId: 9 })).toThrow(errno('ESRCH'));
  });

  // prettier-ignore
  it.each([
    [{ flags: 0x103 },             'EINVAL',     'flags 0x103 has an unknown bit'],
    [{ grantOpts: 0x11 },          'EINVAL',     'grant_opts 17 has an unknown bit'],
    [{ maxVcpus: 0 },              'EINVAL',     'a domain has at least one vcpu'],
    [{ flags: HAP },               'EINVAL',     'hap is for HVM domains'],
    [{ flags: 0x23 },              'EINVAL',     'iommu is not to be had'],
    [{ iommuOpts: 1 },             'EINVAL',     'iommu_opts is 1 without an IOMMU'],
    [{ vmtraceSize: 4096 },        'EINVAL',     'vmtrace_size is 4096'],
    [{ flags: 0x83 },              'EINVAL',     'vpmu is not to be had'],
    [{ maxVcpus: 129 },            'EINVAL',     'no domain of its type has 129 vcpus'],
    [{ ...PV, maxVcpus: 8193 },    'EINVAL',     'no domain of its type has 8193 vcpus'],
    [{ flags: 0x7 },               'EINVAL',     's3_integrity is not to be had'],
    [{ flags: HVM | NESTED },      'EINVAL',     'nested_virt is not to be had'],
    [{ ...NEWEST, flags: 0x43 },   'EINVAL',     'nested_virt is not to be had'],
    [{ maxGrantFrames: 0 },        'EINVAL',     'the host gives no 0 grant frames'],
    [{ maxGrantFrames: 65 },       'EINVAL',     'the host gives no 65 grant frames'],
    [{ grantOpts: 0 },             'EINVAL',     'no grant table version 0'],
    [{ grantOpts: 3 },             'EINVAL',     'no grant table version 3'],
    [{ emulationFlags: 0xbff },    'EINVAL',     'emulation_flags 0xbff has an unknown bit'],
    [{ emulationFlags: 0x7ff },    'EOPNOTSUPP', 'no domain has just what 0x7ff says'],
    [{ emulationFlags: 0x1ff },    'EOPNOTSUPP', 'no domain has just what 0x1ff says'],
    [{ ...PV, emulationFlags: 1 }, 'EOPNOTSUPP', 'no domain has just what 0x1 says'],
    [{ flags: HVM },               'EOPNOTSUPP', 'without shadow paging'],
    [{ cpupoolId: 9 },             'ESRCH',      'no cpupool 9'],
  ] as const)('refuses %j: %s, %s', (request, name, says) => {
    expect(create(request)).toThrow(errno(name, says));
  });

  // prettier-ignore
  it.each([
    [{ maxVcpus: 1 },                       { maxVcpus: 1 }],
    [{ maxVcpus: 128 },                     { maxVcpus: 128 }],
    [{ ...PV, maxVcpus: 8192 },             { type: 'pv', maxVcpus: 8192, emulation: 'full' }],
    [{ ...PV, emulationFlags: 0x100 },      { type: 'pv', hap: false }],
    [{ flags: 0xb },                        { type: 'hvm', hap: true, hasXenstore: false }],
    [{ flags: 0x43 },                       { hap: true }],
    [{ maxGrantFrames: 64 },                { maxGrantFrames: 64 }],
    [{ ...NEWEST, maxGrantFrames: 65 },     { maxGrantFrames: 64 }],
    [{ maxGrantFrames: -1 },                { maxGrantFrames: 64 }],
    [{ grantOpts: 2 },                      { emulation: 'full', toolstack: false }],
    [{ ...NEWEST, emulationFlags: 0x1ff },  { emulation: 'full' }],
    [{ ...NEWEST, flags: HVM },             { hap: false }],
    [{ maxEvtchnPort: 2 ** 31 },            { maxPort: 2 ** 17 - 1 }],
  ] as const)('takes %j: %j', (request, made) => {
    expect(create(request)()).toMatchObject(made);
  });

  it('is of the host’s profile, if it names none', () => {
    const host = new Host({ profile: '4.22' });
    const names = [undefined, '4.9'].map(
      (profile, index) => createDomain(host, 5 + index, { ...CREATE_DOMAIN, profile }).profile.name,
    );

    expect(names).toEqual(['4.22', '4.9']);
  });

  // prettier-ignore
  it.each([
    ['4.17', 0x7fef, 0x7fef],
    ['4.17', 0,      1],
    ['4.17', 0x7ff0, 1],
    ['4.22', 0x7ff5, 1],
  ])('%s makes of domid %i domain %i', (profile, wanted, domid) => {
    expect(create({ profile }, wanted)().domid).toBe(domid);
  });

  it.each([0, 0x7ff0, 0xffff])('answers EEXIST for domid %i in 4.22', (wanted) => {
    expect(create(NEWEST, wanted)).toThrow(errno('EEXIST', `domid ${wanted}`));
  });

  it('makes of a domain whose only hardware is its local APIC one that has no more', () => {
    const request = { ...CREATE_DOMAIN, emulationFlags: 1 };

    expect(createDomain(new Host(), 5, request).emulation).toBe('lapic');
  });
});
