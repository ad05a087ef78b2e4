import { describe, expect, it } from 'vitest';
import { newCpuState } from '../../../src/hypervisor/access/cpu-state.js';
import { writeMm } from '../../../src/hypervisor/access/x87-state.js';
import { CPU } from '../../../src/hypervisor/snapshot/cpu-state.js';
import { again } from '../../support/written.js';

describe('CPU', () => {
  it('is every register', () => {
    const cpu = newCpuState();
    cpu.gpr[3] = 2n ** 64n - 1n;
    cpu.xmm = cpu.xmm.with(31, 5n);
    cpu.x87 = writeMm(cpu.x87, 2, 9n);
    Object.assign(cpu, { rip: 0x1000n, rflags: 0x246, cr3: 0x2000n, idtLimit: 0xfff });

    expect(again(CPU, cpu)).toEqual(cpu);
    expect(again(CPU, newCpuState()).cr3).toBeUndefined();
  });
});
