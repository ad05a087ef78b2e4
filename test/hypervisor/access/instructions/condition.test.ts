import { describe, expect, it } from 'vitest';
import { newCpuState } from '../../../../src/hypervisor/access/cpu-state.js';
import { conditionHolds } from '../../../../src/hypervisor/access/instructions/condition.js';

const [CF, PF, ZF, SF, OF] = [1, 4, 0x40, 0x80, 0x800];

describe('conditionHolds', () => {
  // prettier-ignore
  it.each<[string, number, readonly number[], readonly number[]]>([
    // name number  flags with which it holds              and with which its contrary does
    ['o',   0x0,    [OF],                                  [0, CF]],
    ['b',   0x2,    [CF],                                  [0, ZF]],
    ['e',   0x4,    [ZF],                                  [0, CF]],
    ['be',  0x6,    [CF, ZF, CF | ZF],                     [0, SF]],
    ['s',   0x8,    [SF],                                  [0, OF]],
    ['p',   0xa,    [PF],                                  [0, ZF]],
    ['l',   0xc,    [SF, OF],                              [0, SF | OF, ZF]],
    ['le',  0xe,    [SF, OF, ZF, ZF | SF | OF],            [0, SF | OF]],
  ])('%s', (_, condition, holds, fails) => {
    const withFlags = (rflags: number) => ({ ...newCpuState(), rflags });
    for (const flags of holds) {
      expect(conditionHolds(withFlags(flags), condition)).toBe(true);
      expect(conditionHolds(withFlags(flags), condition + 1)).toBe(false);
    }
    for (const flags of fails) {
      expect(conditionHolds(withFlags(flags), condition)).toBe(false);
      expect(conditionHolds(withFlags(flags), condition + 1)).toBe(true);
    }
  });
});
