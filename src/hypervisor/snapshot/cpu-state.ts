/** A guest's registers in a snapshot. */

import type { CpuState } from '../access/cpu-state.js';
import { bits, orNull, whole, type Field } from './field.js';
import { list, record } from './record.js';

const U32 = whole(0xffff_ffff);
const QUADWORD = bits(64);

const CPU_RECORD = record({
  gpr: list(QUADWORD, 16),
  rip: QUADWORD,
  rflags: U32,
  xmm: list(QUADWORD, 32),
  x87: record({ registers: list(bits(80), 8), top: whole(7) }),
  cr0: U32,
  cr3: orNull(QUADWORD),
  idtBase: QUADWORD,
  idtLimit: U32,
});

export const CPU: Field<CpuState> = {
  write: (cpu, form) =>
    CPU_RECORD.write(
      {
        ...cpu,
        gpr: [...cpu.gpr],
        xmm: [...cpu.xmm],
        x87: { ...cpu.x87, registers: [...cpu.x87.registers] },
      },
      form,
    ),
  read: (data, at, form) => CPU_RECORD.read(data, at, form),
};
