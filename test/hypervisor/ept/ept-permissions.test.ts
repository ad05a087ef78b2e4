import { describe, expect, it } from 'vitest';
import { P2MA, type P2mAccessName } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../../src/hypervisor/abi/p2m-type.js';
import { EptPermissions } from '../../../src/hypervisor/ept/ept-permissions.js';

const [R, W, X, SP, A, D] = [0b001, 0b010, 0b100, 1 << 7, 1 << 8, 1 << 9];

const letters = (lo: number) =>
  [
    [R, 'r'],
    [W, 'w'],
    [X, 'x'],
    [A, 'a'],
    [D, 'd'],
  ]
    .map(([bit, letter]) => (lo & Number(bit) ? letter : '-'))
    .join('');

const apply = (
  rules: EptPermissions,
  type: P2mTypeName,
  access: P2mAccessName = 'rwx',
  { lo = 0, readonlyMmio = false } = {},
) => letters(rules.apply(lo, P2MT[type], P2MA[access], readonlyMmio));

describe('EptPermissions', () => {
  // prettier-ignore
  it.each([
    // type                 with a/d  without
    ['ram_rw',              'rwxad',  'rwx--'],
    ['ram_logdirty',        'r-xa-',  'r-x--'],
    ['ram_ro',              'r-xa-',  'r-x--'],
    ['ram_shared',          'r-xa-',  'r-x--'],
    ['mmio_direct',         'rwxad',  'rwx--'],
    ['grant_map_rw',        'rw-ad',  'rw---'],
    ['grant_map_ro',        'r--a-',  'r----'],
    ['map_foreign',         'rw-ad',  'rw---'],
    ['ioreq_server',        'rw-ad',  'rw---'],
    ['invalid',             '-----',  '-----'],
    ['mmio_dm',             '-----',  '-----'],
    ['populate_on_demand',  '-----',  '-----'],
    ['ram_paging_out',      '-----',  '-----'],
    ['ram_paged',           '-----',  '-----'],
    ['ram_paging_in',       '-----',  '-----'],
    ['ram_broken',          '-----',  '-----'],
  ] as const)('%s: %s, and %s where the CPU keeps no a and d', (type, withAd, without) => {
    const rules = { adBits: true, execSuperpages: true };

    expect(apply(new EptPermissions(rules), type)).toBe(withAd);
    expect(apply(new EptPermissions({ ...rules, adBits: false }), type)).toBe(without);
  });

  // prettier-ignore
  it.each([
    // access  of ram_rw  of ram_logdirty  of ioreq_server
    ['n',      '---ad',   '---a-',         '---ad'],
    ['r',      'r--ad',   'r--a-',         'r--ad'],
    ['w',      '-w-ad',   '---a-',         '-w-ad'],
    ['rw',     'rw-ad',   'r--a-',         'rw-ad'],
    ['x',      '--xad',   '--xa-',         '---ad'],
    ['rx',     'r-xad',   'r-xa-',         'r--ad'],
    ['wx',     '-wxad',   '--xa-',         '-w-ad'],
    ['rwx',    'rwxad',   'r-xa-',         'rw-ad'],
    ['rx2rw',  'r-xad',   'r-xa-',         'r--ad'],
    ['n2rwx',  '---ad',   '---a-',         '---ad'],
  ] as const)('leaves under access %s what both allow; a and d go by the type', (access, ...rest) => {
    const rules = new EptPermissions({ adBits: true, execSuperpages: true });
    const types = ['ram_rw', 'ram_logdirty', 'ioreq_server'] as const;

    expect(types.map((type) => apply(rules, type, access))).toEqual(rest);
  });

  it('takes w and d from ioreq_server while its writes are forwarded', () => {
    const rules = new EptPermissions({ adBits: true, execSuperpages: true });

    rules.ioreqWritesForwarded = true;
    expect(rules.ioreqWritesForwarded).toBe(true);
    expect(apply(rules, 'ioreq_server')).toBe('r--a-');
    expect(apply(rules, 'ram_rw')).toBe('rwxad');

    const without = new EptPermissions({ adBits: false, execSuperpages: true });
    without.ioreqWritesForwarded = true;
    expect(apply(without, 'ioreq_server')).toBe('r----');

    rules.ioreqWritesForwarded = false;
    expect(rules.ioreqWritesForwarded).toBe(false);
    expect(apply(rules, 'ioreq_server')).toBe('rw-ad');
  });

  it('clears what an entry had, but leaves a and d to a type without permissions', () => {
    const rules = new EptPermissions({ adBits: true, execSuperpages: true });
    const lo = R | W | X | A | D;

    expect(apply(rules, 'ram_logdirty', 'rwx', { lo })).toBe('r-xa-');
    expect(apply(rules, 'mmio_dm', 'rwx', { lo })).toBe('---ad');
  });

  it('takes w and d from device memory that may only be read, and from no other type', () => {
    const rules = new EptPermissions({ adBits: true, execSuperpages: true });

    expect(apply(rules, 'mmio_direct', 'rwx', { readonlyMmio: true })).toBe('r-xa-');
    expect(apply(rules, 'ram_rw', 'rwx', { readonlyMmio: true })).toBe('rwxad');
  });

  it('takes x from superpages alone where they may not be executable', () => {
    const rules = new EptPermissions({ adBits: true, execSuperpages: false });

    expect(apply(rules, 'ram_rw', 'rwx', { lo: SP })).toBe('rw-ad');
    expect(apply(rules, 'ram_rw')).toBe('rwxad');
  });

  it('leaves the rest of the word alone', () => {
    const rules = new EptPermissions({ adBits: true, execSuperpages: true });
    const lo = 0x1234_5000 | (7 << 3) | SP;

    expect(rules.apply(lo, P2MT.ram_rw, P2MA.rwx)).toBe(lo | R | W | X | A | D);
  });
});
