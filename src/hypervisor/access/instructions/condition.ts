/** The sixteen conditions of jcc, setcc and cmovcc, by the low four bits of their opcodes. */

import { flag, FLAG, type CpuState } from '../cpu-state.js';

const { CF, PF, ZF, SF, OF } = FLAG;

const less = (cpu: CpuState): boolean => flag(cpu, SF) !== flag(cpu, OF);

/** In pairs: the odd one of each pair is the contrary of the even one. */
const CONDITIONS: readonly ((cpu: CpuState) => boolean)[] = [
  (cpu) => flag(cpu, OF),
  (cpu) => flag(cpu, CF),
  (cpu) => flag(cpu, ZF),
  (cpu) => flag(cpu, CF | ZF),
  (cpu) => flag(cpu, SF),
  (cpu) => flag(cpu, PF),
  less,
  (cpu) => less(cpu) || flag(cpu, ZF),
];

export function conditionHolds(cpu: CpuState, condition: number): boolean {
  const holds = CONDITIONS[condition >> 1]!(cpu);
  return (condition & 1) === 0 ? holds : !holds;
}
