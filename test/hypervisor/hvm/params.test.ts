import { describe, expect, it } from 'vitest';
import { HVM_PARAM } from '../../../src/hypervisor/abi/hvm-param.js';
import { getParam, setParam } from '../../../src/hypervisor/hvm/params.js';
import { errno, hostWithRam } from '../../support/host.js';

type Name = keyof typeof HVM_PARAM;

function setup() {
  const { d1 } = hostWithRam(4);
  return {
    d1,
    set: (name: Name, value: bigint, byGuest = false) => {
      setParam(d1, HVM_PARAM[name], value, byGuest);
    },
    get: (name: Name, byGuest = false) => getParam(d1, HVM_PARAM[name], byGuest),
  };
}

describe('set_param', () => {
  it('keeps what it is given', () => {
    const { set, get } = setup();

    set('STORE_PFN', 0xf_effcn);

    expect([get('STORE_PFN'), get('CONSOLE_PFN'), get('TRIPLE_FAULT_REASON')]).toEqual([
      0xf_effcn,
      0n,
      1n,
    ]);
  });

  // prettier-ignore
  it.each([
    ['TIMER_MODE', 4n], ['TRIPLE_FAULT_REASON', 6n], ['NR_IOREQ_SERVER_PAGES', 0n], ['NR_IOREQ_SERVER_PAGES', 65n],
    ['X87_FIP_WIDTH', 2n], ['ALTP2M', 4n], ['DM_DOMAIN', 0n], ['BUFIOREQ_EVTCHN', 0n],
  ] as const)('answers EINVAL for %s = %i', (name, value) => {
    const { set } = setup();

    expect(() => { set(name, value); }).toThrow(errno('EINVAL'));
  });

  it.each([
    'IOREQ_PFN',
    'BUFIOREQ_PFN',
    'IOREQ_SERVER_PFN',
    'NR_IOREQ_SERVER_PAGES',
    'VIRIDIAN',
    'MCA_CAP',
  ] as const)('sets %s once, and again to the same', (name) => {
    const { set, get } = setup();
    set(name, 2n);

    set(name, 2n);
    expect(() => {
      set(name, 3n);
    }).toThrow(errno('EEXIST'));

    expect(get(name)).toBe(2n);
  });

  it('sets gfns aside for ioreq pages', () => {
    const { d1, set } = setup();
    set('IOREQ_SERVER_PFN', 0x10n);
    set('NR_IOREQ_SERVER_PAGES', 2n);
    set('IOREQ_PFN', 0x20n);
    set('BUFIOREQ_PFN', 0x21n);

    expect([d1.ioreqGfns.allocate(), d1.ioreqGfns.allocate()]).toEqual([0x10, 0x11]);
  });

  it('lets a guest set its own callback and nothing of the toolstack', () => {
    const { set, get } = setup();
    set('CALLBACK_IRQ', 5n, true);

    expect(() => {
      set('STORE_PFN', 1n, true);
    }).toThrow(errno('EPERM'));
    expect(get('STORE_PFN', true)).toBe(0n);
    expect(() => get('IOREQ_PFN', true)).toThrow(errno('EPERM'));
  });

  it('answers EINVAL for a number that is none, and takes one without a name', () => {
    const { d1 } = setup();

    expect(() => {
      setParam(d1, 39, 1n);
    }).toThrow('there is no parameter 39');
    setParam(d1, 3, 1n);
    expect(getParam(d1, 3)).toBe(1n);
    expect(() => getParam(d1, 3, true)).toThrow('a domain may not read its own parameter 3');
  });
});
