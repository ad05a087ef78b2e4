import { describe, expect, it } from 'vitest';
import { P2MA, type P2mAccessName } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../../src/hypervisor/abi/p2m-type.js';
import { toNpfec } from '../../../src/hypervisor/access/npfec.js';
import {
  resolveViolation,
  RULE_NAMES,
  type Violation,
} from '../../../src/hypervisor/access/violation.js';

const [READ, WRITE, FETCH] = [1, 2, 4];
const MAPPED_R = 8;

function violation(
  wanted: number,
  type: P2mTypeName,
  access: P2mAccessName = 'rwx',
  more: Partial<Violation> = {},
): Violation {
  const npfec = toNpfec(wanted | MAPPED_R);
  const mapped = type !== 'mmio_dm';
  const rest = { mapped, order: 0, isMonitored: false, accessRequired: false };
  return { npfec, type: P2MT[type], access: P2MA[access], ...rest, ...more };
}

const decide = (given: Violation) => {
  const { rule, ...verdict } = resolveViolation(given);
  return [RULE_NAMES[rule], verdict.action, 'fix' in verdict ? verdict.fix : undefined];
};

describe('resolveViolation', () => {
  // prettier-ignore
  it.each<[Violation, string, string, string?]>([
    // violation                                          rule                         action     fix
    [violation(WRITE, 'ram_rw', 'r'),                     'access-restriction',        'retry',   'lift-restriction'],
    [violation(READ, 'ram_rw', 'n'),                      'access-restriction',        'retry',   'lift-restriction'],
    [violation(FETCH, 'ram_rw', 'rw'),                    'access-restriction',        'retry',   'lift-restriction'],
    [violation(WRITE, 'ram_rw', 'rx2rw'),                 'access-restriction',        'retry',   'lift-restriction'],
    [violation(WRITE, 'ram_rw', 'w'),                     'access-restriction',        'retry',   'lift-restriction'],
    [violation(FETCH, 'ram_rw', 'rwx', { order: 9 }),     'executable-superpage',      'retry',   'shatter'],
    [violation(READ, 'mmio_dm'),                          'device-model-page',         'emulate'],
    [violation(FETCH, 'mmio_dm'),                         'device-model-page',         'emulate'],
    [violation(WRITE, 'ioreq_server'),                    'device-model-page',         'emulate'],
    [violation(WRITE, 'ram_ro'),                          'device-model-page',         'emulate'],
    [violation(WRITE, 'grant_map_ro'),                    'device-model-page',         'emulate'],
    [violation(READ, 'ram_paged'),                        'paged-out',                 'retry'],
    [violation(WRITE, 'ram_paging_out'),                  'paged-out',                 'retry'],
    [violation(WRITE, 'ram_shared'),                      'shared',                    'crash'],
    [violation(WRITE, 'ram_logdirty'),                    'first-write-to-clean-page', 'retry',   'mark-dirty'],
    [violation(WRITE, 'ram_rw'),                          'first-write-to-clean-page', 'retry',   'mark-dirty'],
    [violation(READ, 'ram_rw'),                           'spurious',                  'retry'],
    [violation(FETCH, 'ioreq_server'),                    'spurious',                  'retry'],
    [violation(FETCH, 'grant_map_rw'),                    'unhandled',                 'crash'],
    [violation(READ, 'mmio_direct'),                      'unhandled',                 'crash'],
    // where two rules would apply, the first one does
    [violation(WRITE, 'ioreq_server', 'r'),               'access-restriction',        'retry',   'lift-restriction'],
    [violation(FETCH, 'ram_rw', 'rw', { order: 9 }),      'access-restriction',        'retry',   'lift-restriction'],
    [violation(WRITE, 'ram_ro', 'r'),                     'access-restriction',        'retry',   'lift-restriction'],
    // and these do not
    [violation(READ, 'mmio_dm', 'n', { mapped: false }),  'device-model-page',         'emulate'],
    [violation(FETCH, 'ram_rw', 'rwx', { mapped: false, order: 9 }), 'spurious',       'retry'],
  ])('%#: of %o', (given, rule, action, fix) => {
    expect(decide(given)).toEqual([rule, action, fix]);
  });

  it('tells a monitor of what is forbidden, and has the vcpu wait unless the restriction lifts itself', () => {
    const verdictOn = (access: P2mAccessName) => {
      const { rule, ...verdict } = resolveViolation(
        violation(WRITE, 'ram_rw', access, { isMonitored: true, accessRequired: true }),
      );
      return [RULE_NAMES[rule], verdict];
    };

    expect(verdictOn('r')).toEqual(['access-restriction', { action: 'notify', waits: true }]);
    expect(verdictOn('n2rwx')).toEqual(['access-restriction', { action: 'notify', waits: false }]);
    expect(verdictOn('rx2rw')[1]).toMatchObject({ action: 'retry' });
  });

  it('lets nobody through where somebody has to listen, unless the page lifts itself', () => {
    const required = { accessRequired: true };

    expect(decide(violation(WRITE, 'ram_rw', 'r', required))).toEqual([
      'access-restriction',
      'crash',
      undefined,
    ]);
    expect(decide(violation(WRITE, 'ram_rw', 'rx2rw', required))).toEqual([
      'access-restriction',
      'retry',
      'lift-restriction',
    ]);
  });

  it('says why a domain crashes', () => {
    expect(resolveViolation(violation(WRITE, 'ram_shared'))).toMatchObject({
      why: 'no memory to unshare and no helper',
    });
    expect(
      resolveViolation(violation(WRITE, 'ram_rw', 'r', { accessRequired: true })),
    ).toMatchObject({ why: 'access restricted and nobody listens' });
  });
});
