import { describe, expect, it } from 'vitest';
import {
  requirePrivilege,
  subject,
  type CallEra,
  type CallerClass,
} from '../../../src/hypervisor/hvm/privilege.js';
import { Host } from '../../../src/hypervisor/host.js';
import { errno } from '../../support/host.js';

const SELF = 0x7ff0;

/** d1: HVM; d2: its device model; d3: HVM; d4: PV, of the profile. */
function setup(profile = '4.17') {
  const host = new Host();
  host.createDomain({ memoryMib: 4 });
  host.createDomain({ memoryMib: 4, target: 1 });
  host.createDomain({ memoryMib: 4 });
  host.createDomain({ type: 'pv', profile });
  return (caller: number, domid: number, callers: CallerClass = 'dm', era: CallEra = 'dmop') =>
    subject(host, host.caller(caller), domid, callers, era)?.domid;
}

describe('subject of a device model', () => {
  // prettier-ignore
  it.each([
    // caller domid  answer
    [0,       1,     1],
    [2,       1,     1],
    [0,       9,     'ESRCH'],
    [0,       SELF,  'ESRCH'],
    [1,       SELF,  'ESRCH'],
    [1,       1,     'EPERM'],
    [0,       0,     'EPERM'],
    [3,       1,     'EPERM'],
    [2,       3,     'EPERM'],
    [1,       0,     'EINVAL'],
    [0,       4,     'EINVAL'],
    // not HVM comes before not allowed
    [3,       4,     'EINVAL'],
  ] as const)('domain %i on domain %i: %s', (caller, domid, answer) => {
    const call = setup();

    if (typeof answer === 'number') expect(call(caller, domid)).toBe(answer);
    else expect(() => call(caller, domid)).toThrow(errno(answer));
  });

  it('is silently nobody for a DMOP on a PV domain before 4.15', () => {
    const call = setup('4.9');

    expect(call(3, 4)).toBeUndefined();
    expect(() => call(0, 4, 'dm', 'hvmop')).toThrow(errno('EINVAL'));
  });
});

describe('subject of the domain itself', () => {
  // prettier-ignore
  it.each([
    // caller domid  answer
    [0,       1,     1],
    [1,       1,     1],
    [1,       SELF,  1],
    [2,       1,     1],
    [0,       9,     'ESRCH'],
    [3,       1,     'EPERM'],
    [1,       0,     'EPERM'],
    // not allowed comes before not HVM
    [3,       4,     'EPERM'],
    [4,       SELF,  'EINVAL'],
    [0,       SELF,  'EINVAL'],
    [0,       4,     'EINVAL'],
  ] as const)('domain %i on domain %i: %s', (caller, domid, answer) => {
    const call = setup();

    if (typeof answer === 'number') expect(call(caller, domid, 'target', 'hvmop')).toBe(answer);
    else expect(() => call(caller, domid, 'target', 'hvmop')).toThrow(errno(answer));
  });
});

describe('subject of the domain itself, where HVM comes before privilege', () => {
  // prettier-ignore
  it.each([
    // caller domid  answer
    [0,       1,     1],
    [1,       SELF,  1],
    [2,       1,     1],
    [0,       9,     'ESRCH'],
    [3,       1,     'EPERM'],
    [1,       0,     'EINVAL'],
    [3,       4,     'EINVAL'],
  ] as const)('domain %i on domain %i: %s', (caller, domid, answer) => {
    const call = setup();

    if (typeof answer === 'number') expect(call(caller, domid, 'hvm_target', 'hvmop')).toBe(answer);
    else expect(() => call(caller, domid, 'hvm_target', 'hvmop')).toThrow(errno(answer));
  });
});

describe('subject of the caller alone', () => {
  // prettier-ignore
  it.each([
    // caller domid  answer
    [1,       1,     1],
    [1,       SELF,  1],
    [0,       9,     'ESRCH'],
    [0,       0,     'EINVAL'],
    [4,       4,     'EINVAL'],
    [0,       1,     'EOPNOTSUPP'],
    [2,       1,     'EOPNOTSUPP'],
    [1,       0,     'EOPNOTSUPP'],
    [3,       4,     'EOPNOTSUPP'],
  ] as const)('domain %i on domain %i: %s', (caller, domid, answer) => {
    const call = setup();

    if (typeof answer === 'number') expect(call(caller, domid, 'own', 'hvmop')).toBe(answer);
    else expect(() => call(caller, domid, 'own', 'hvmop')).toThrow(errno(answer));
  });

  it('is anybody in older Xens', () => {
    const call = setup('4.9');

    expect(() => call(3, 4, 'own', 'hvmop')).toThrow(errno('EINVAL'));
    expect(() => call(3, 1, 'own', 'hvmop')).toThrow(errno('EOPNOTSUPP'));
  });

  it('is the caller where no domain is named', () => {
    const call = setup();

    expect(call(3, 1, 'self', 'hvmop')).toBe(3);
    expect(() => call(0, 1, 'self', 'hvmop')).toThrow(errno('EINVAL'));
  });
});

describe('a refusal', () => {
  // prettier-ignore
  it.each([
    [0, 9,    'dm',     'there is no domain 9'],
    [1, 1,    'dm',     'domain 1 may not be its own device model'],
    [0, 4,    'dm',     'domain 4 is not HVM'],
    [3, 1,    'dm',     'domain 3 is not the device model of domain 1'],
    [0, 9,    'target', 'there is no domain 9'],
    [4, SELF, 'target', 'domain 4 is not HVM'],
    [2, 1,    'own',    "domain 1 is not the caller's own"],
  ] as const)('of domain %i on domain %i, as %s, says that %s', (caller, domid, callers, says) => {
    expect(() => setup()(caller, domid, callers)).toThrow(says);
  });
});

describe('requirePrivilege', () => {
  it('is had by the domain itself, dom0 and the device model', () => {
    const host = new Host();
    host.createDomain({ memoryMib: 4 });
    host.createDomain({ memoryMib: 4, target: 1 });
    const of = (caller: number) => () => {
      requirePrivilege(host.caller(caller), 1);
    };

    expect(of(0)).not.toThrow();
    expect(of(1)).not.toThrow();
    expect(of(2)).not.toThrow();
    expect(() => {
      requirePrivilege(host.caller(1), 2);
    }).toThrow(errno('EPERM'));
  });
});
