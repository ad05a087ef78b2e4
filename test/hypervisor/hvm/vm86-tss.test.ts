import { describe, expect, it } from 'vitest';
import { HVM_PARAM } from '../../../src/hypervisor/abi/hvm-param.js';
import { setVm86Tss, setVm86TssSized, vm86Tss } from '../../../src/hypervisor/hvm/vm86-tss.js';
import { errno, hostWithRam } from '../../support/host.js';

const [TOOLSTACK, GUEST] = [0, 1];

function setup(spec: object = {}) {
  const { d1 } = hostWithRam(4, spec);
  return { d1, sized: () => d1.params.get(HVM_PARAM.VM86_TSS_SIZED) };
}

describe('the task segment of real mode', () => {
  it('has 128 bytes, if only its address is given', () => {
    const { d1, sized } = setup();
    setVm86Tss(d1, 0x1000n, TOOLSTACK);
    expect([sized(), vm86Tss(d1)]).toEqual([0x80_0000_1000n, 0x1000n]);

    setVm86Tss(d1, 0xffff_ffffn, TOOLSTACK);
    expect(sized()).toBe(0x80_ffff_ffffn);

    setVm86Tss(d1, 0n, TOOLSTACK);
    expect(sized()).toBe(0n);
  });

  it.each([
    [0x68_0000_2000n, 0x68_0000_2000n],
    [0x1_0000_0000_3000n, 0x2089_0000_3000n],
    [0xffff_ffff_ffff_ffffn, 0x2089_ffff_ffffn],
  ])('set to %x is %x', (value, kept) => {
    const { d1, sized } = setup();

    setVm86TssSized(d1, value, TOOLSTACK);

    expect(sized()).toBe(kept);
  });

  it.each([
    ['beyond 4 GiB', setVm86Tss, 0x1_0000_0000n],
    ['smaller than a task segment', setVm86TssSized, 0x67_0000_2000n],
  ])('cannot be %s; a guest that tries is crashed', (_, set, value) => {
    const { d1, sized } = setup();
    expect(() => {
      set(d1, value, TOOLSTACK);
    }).toThrow(errno('EINVAL', `0x${value.toString(16)} cannot be`));
    expect([sized(), d1.shutdown.reason]).toEqual([undefined, undefined]);

    expect(() => {
      set(d1, value, GUEST);
    }).toThrow(errno('EINVAL'));
    expect(d1.shutdown.reason).toBe(3);
  });

  it('is any number before 4.9', () => {
    const { d1 } = setup({ profile: '4.8' });

    setVm86Tss(d1, 0x1_0000_0000n, TOOLSTACK);

    expect(vm86Tss(d1)).toBe(0x1_0000_0000n);
  });
});
