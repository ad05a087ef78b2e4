import { describe, expect, it } from 'vitest';
import { HVM_PARAM, type HvmParamName } from '../../../src/hypervisor/abi/hvm-param.js';
import { getParam, setParam } from '../../../src/hypervisor/hvm/params.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { hostWithRam } from '../../support/host.js';

const [DOM0, GUEST] = [0, 1];

function setup(spec: object = {}) {
  const { d1 } = hostWithRam(4, spec);
  const verdict = (act: () => unknown): string => {
    try {
      const value = act();
      return value === undefined ? 'ok' : `0x${(value as bigint).toString(16)}`;
    } catch (error) {
      return (error as { errno: string }).errno;
    }
  };
  return {
    d1,
    set: (name: HvmParamName | number, value: bigint, caller = DOM0) =>
      verdict(() => {
        setParam(d1, indexOf(name), value, caller);
      }),
    get: (name: HvmParamName | number, caller = DOM0) =>
      verdict(() => runTask(getParam(d1, indexOf(name), caller))),
  };
}

const indexOf = (name: HvmParamName | number) =>
  typeof name === 'number' ? name : HVM_PARAM[name];

describe('HVM parameters', () => {
  it('can be set by the guest itself, nine of them', () => {
    const { set } = setup();
    const taken = Array.from({ length: 39 }, (_, index) => index).filter(
      (index) => set(index, index === 37 ? 0x68_0000_0000n : 0n, GUEST) === 'ok',
    );

    expect(taken).toEqual([0, 2, 15, 18, 19, 34, 36, 37]);
  });

  it('can be read by the guest itself, three more', () => {
    const { get } = setup();
    const read = Array.from({ length: 39 }, (_, index) => index).filter((index) =>
      get(index, GUEST).startsWith('0x'),
    );

    expect(read).toEqual([0, 1, 2, 15, 17, 18, 19, 34, 35, 36, 37]);
  });

  it('have lost their meaning, ten of them', () => {
    const { set, get } = setup();
    const gone = Array.from({ length: 39 }, (_, index) => index).filter(
      (index) => get(index) === 'EINVAL' && set(index, 0n) === 'EINVAL',
    );

    expect(gone).toEqual([4, 13, 20, 21, 22, 23, 24, 25, 26, 30]);
  });

  // prettier-ignore
  it.each([
    ['IOREQ_PFN', 1n], ['BUFIOREQ_PFN', 1n], ['VIRIDIAN', 1n], ['IOREQ_SERVER_PFN', 1n],
    ['NR_IOREQ_SERVER_PAGES', 1n], ['ALTP2M', 1n],
  ] as const)('%s is set once', (name, value) => {
    const { set, get } = setup();

    expect([set(name, value), set(name, value), set(name, 3n), set(name, 0n)]).toEqual([
      'ok', 'ok', 'EEXIST', 'EEXIST',
    ]);
    expect(get(name)).toBe('0x1');
  });

  // prettier-ignore
  it.each([
    ['TIMER_MODE',            4n,      'EINVAL'],
    ['TRIPLE_FAULT_REASON',   6n,      'EINVAL'],
    ['X87_FIP_WIDTH',         2n,      'EINVAL'],
    ['X87_FIP_WIDTH',         8n,      'ok'],
    ['ACPI_S_STATE',          1n,      'EINVAL'],
    ['ACPI_IOPORTS_LOCATION', 2n,      'EINVAL'],
    ['ACPI_IOPORTS_LOCATION', 1n,      'ok'],
    ['ACPI_IOPORTS_LOCATION', 0n,      'ok'],
    ['NR_IOREQ_SERVER_PAGES', 0n,      'EINVAL'],
    ['NR_IOREQ_SERVER_PAGES', 65n,     'EINVAL'],
    ['NR_IOREQ_SERVER_PAGES', 64n,     'ok'],
    ['ALTP2M',                4n,      'EINVAL'],
    ['MCA_CAP',               1n,      'EINVAL'],
    ['MCA_CAP',               0n,      'ok'],
    ['VIRIDIAN',              0n,      'EINVAL'],
    ['VIRIDIAN',              2n,      'EINVAL'],
    ['VIRIDIAN',              0x3fffn, 'EINVAL'],
    ['VIRIDIAN',              0x1fffn, 'ok'],
    ['VM86_TSS',              2n ** 32n, 'EINVAL'],
    ['VM86_TSS_SIZED',        0n,      'EINVAL'],
  ] as const)('%s = %i is %s', (name, value, expected) => {
    const { set } = setup();

    expect(set(name, value)).toBe(expected);
  });

  it('set gfns aside for ioreq pages', () => {
    const { d1, set } = setup({ profile: '4.22' });
    set('IOREQ_SERVER_PFN', 0x10n);
    set('NR_IOREQ_SERVER_PAGES', 1n);
    set('IOREQ_PFN', 0x20n);
    set('BUFIOREQ_PFN', 0x21n);

    const gfns = [1, 2, 3].map(() => d1.ioreqGfns.allocate());
    expect(gfns).toEqual([0x10, 0x20, 0x21]);
  });

  it('say by what interrupt events are told', () => {
    const { d1, set, get } = setup();

    set('CALLBACK_IRQ', 0x0200_0000_0000_0093n);

    expect(d1.interrupts.callback.via).toEqual({ type: 'vector', vector: 0x93 });
    expect(get('CALLBACK_IRQ')).toBe('0x200000000000093');
  });

  it('send the domain to sleep and wake it', () => {
    const { d1, set, get } = setup();
    expect([set('ACPI_S_STATE', 3n), get('ACPI_S_STATE'), d1.pauseCount]).toEqual(['ok', '0x3', 1]);
    expect([set('ACPI_S_STATE', 0n), get('ACPI_S_STATE'), d1.pauseCount]).toEqual(['ok', '0x0', 0]);
  });

  it('show the task segment of real mode in both shapes', () => {
    const { set, get } = setup();
    set('VM86_TSS', 0x1000n);

    expect([get('VM86_TSS'), get('VM86_TSS_SIZED')]).toEqual(['0x1000', '0x8000001000']);
  });

  it('answer ENODEV for ports that a domain does not have', () => {
    expect(setup({ emulation: 'lapic' }).set('ACPI_IOPORTS_LOCATION', 1n)).toBe('ENODEV');
  });

  describe('of 4.8', () => {
    // prettier-ignore
    it.each([
      ['VIRIDIAN',           0x41n,      'EINVAL'],
      ['ALTP2M',             2n,         'EINVAL'],
      ['MEMORY_EVENT_CR0',   0n,         'EOPNOTSUPP'],
      ['BUFIOREQ_EVTCHN',    0n,         'EINVAL'],
      ['PAE_ENABLED',        1n,         'ok'],
      ['DM_DOMAIN',          1n,         'ok'],
      ['NESTEDHVM',          2n,         'EINVAL'],
      ['VM86_TSS',           2n ** 40n,  'ok'],
      ['VM86_TSS_SIZED',     0n,         'EINVAL'],
    ] as const)('%s = %i is %s', (name, value, expected) => {
      expect(setup({ profile: '4.8' }).set(name, value)).toBe(expected);
    });

    it('give EPERM to the guest where later ones give EINVAL', () => {
      const { set, get } = setup({ profile: '4.8' });

      expect([set('DM_DOMAIN', 0n, GUEST), get('BUFIOREQ_EVTCHN', GUEST)]).toEqual([
        'EPERM',
        'EPERM',
      ]);
    });

    it('exclude nested virtualisation and altp2m from each other', () => {
      const nested = setup({ profile: '4.9' });
      expect([nested.set('NESTEDHVM', 1n), nested.set('ALTP2M', 1n)]).toEqual(['ok', 'EINVAL']);

      const altp2m = setup({ profile: '4.9' });
      expect([altp2m.set('ALTP2M', 3n), altp2m.set('NESTEDHVM', 1n)]).toEqual(['ok', 'EINVAL']);
      expect([altp2m.set('NESTEDHVM', 0n), nested.set('ALTP2M', 0n)]).toEqual(['ok', 'ok']);
    });

    it('let the gfn of ioreqs be changed', () => {
      const { set } = setup({ profile: '4.8' });

      expect([set('IOREQ_PFN', 1n), set('IOREQ_PFN', 2n)]).toEqual(['ok', 'ok']);
    });
  });
});
