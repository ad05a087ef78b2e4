import { describe, expect, it } from 'vitest';
import { HVM_PARAM, type HvmParamName } from '../../../src/hypervisor/abi/hvm-param.js';
import { checkParamIndex, getParam, setParam } from '../../../src/hypervisor/hvm/params.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno, hostWithRam } from '../../support/host.js';

const [DOM0, GUEST, DEVICE_MODEL] = [0, 1, 2];

function setup(spec: object = {}) {
  const { d1 } = hostWithRam(4, spec);
  return {
    d1,
    set: (name: HvmParamName, value: bigint, caller = DOM0) => {
      setParam(d1, HVM_PARAM[name], value, caller);
    },
    get: (name: HvmParamName, caller = DOM0) => runTask(getParam(d1, HVM_PARAM[name], caller)),
  };
}

const verdict = (act: () => unknown): string => {
  try {
    act();
    return 'ok';
  } catch (error) {
    return (error as { errno: string }).errno;
  }
};

describe('setParam', () => {
  it('keeps what it is given', () => {
    const { set, get } = setup();

    set('STORE_PFN', 0xf_effcn);

    expect([get('STORE_PFN'), get('CONSOLE_PFN')]).toEqual([0xf_effcn, 0n]);
  });

  it('looks at EEXIST before EINVAL', () => {
    const { set } = setup();
    set('VIRIDIAN', 1n);

    expect(() => set('VIRIDIAN', 2n)).toThrow(errno('EEXIST', 'VIRIDIAN is 0x1 already'));
    expect(verdict(() => set('VIRIDIAN', 1n))).toBe('ok');
  });

  it('looks at EINVAL for what is given up before EPERM', () => {
    const { set } = setup();

    expect(() => set('DM_DOMAIN', 0n, GUEST)).toThrow(errno('EINVAL', 'DM_DOMAIN is given up'));
    expect(() => set('STORE_PFN', 0n, GUEST)).toThrow(errno('EPERM', 'its own STORE_PFN'));
    expect(() => set('TIMER_MODE', 4n)).toThrow(errno('EINVAL', 'TIMER_MODE cannot be 0x4'));
  });

  it('has dom0 alone decide on altp2m', () => {
    const { set } = setup();

    expect(() => set('ALTP2M', 1n, DEVICE_MODEL)).toThrow(errno('EPERM', 'domain 2'));
    expect(verdict(() => set('STORE_PFN', 1n, DEVICE_MODEL))).toBe('ok');
  });

  it('answers EEXIST to everybody for altp2m in 4.22', () => {
    const { set } = setup({ profile: '4.22' });

    for (const caller of [DOM0, GUEST])
      expect(() => set('ALTP2M', 0n, caller)).toThrow(errno('EEXIST', 'any more'));
  });

  it('takes a number without a name, of the toolstack', () => {
    const { d1 } = setup();
    setParam(d1, 3, 1n);

    expect(runTask(getParam(d1, 3))).toBe(1n);
    expect(() => runTask(getParam(d1, 3, GUEST))).toThrow(
      'a domain may not read its own parameter 3',
    );
  });
});

describe('getParam', () => {
  it('gives what a new domain has', () => {
    const { get } = setup();

    expect([get('HPET_ENABLED'), get('TRIPLE_FAULT_REASON'), get('ACPI_S_STATE')]).toEqual([
      1n,
      1n,
      0n,
    ]);
  });
});

describe('checkParamIndex', () => {
  it('answers EINVAL from the number of parameters on', () => {
    expect(() => {
      checkParamIndex(38, { nr_hvm_params: 38 });
    }).toThrow(errno('EINVAL', 'no parameter 38'));
    expect(() => {
      checkParamIndex(37, { nr_hvm_params: 38 });
    }).not.toThrow();
  });

  // prettier-ignore
  it.each([
    // profile, the domain has run, a default server is there
    ['4.8',  true,  true],
    ['4.9',  false, true],
    ['4.9',  true,  false],
    ['4.17', false, false],
  ])('%s, unpaused %s: reading IOREQ_PFN creates the default ioreq server: %s', (profile, hasRun, creates) => {
    const { d1, get } = setup({ profile, paused: !hasRun });

    expect(get('IOREQ_PFN')).toBe(0n);
    expect(d1.ioreqServers.default !== undefined).toBe(creates);
  });

  it('reads any other parameter without a default ioreq server', () => {
    const { d1, get } = setup({ profile: '4.8' });

    get('STORE_PFN');

    expect(d1.ioreqServers.default).toBeUndefined();
  });

  it('takes DOMID_SELF in DM_DOMAIN for the caller', () => {
    const { set, get } = setup({ profile: '4.9' });

    set('DM_DOMAIN', 0x7ff0n, DEVICE_MODEL);

    expect(get('DM_DOMAIN')).toBe(2n);
    set('DM_DOMAIN', 5n, DEVICE_MODEL);
    expect(get('DM_DOMAIN')).toBe(5n);
  });
});
