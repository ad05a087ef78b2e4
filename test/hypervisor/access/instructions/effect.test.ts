import { describe, expect, it } from 'vitest';
import { copyCpuState, GPR, newCpuState } from '../../../../src/hypervisor/access/cpu-state.js';
import type { Answer, Effect } from '../../../../src/hypervisor/access/instructions/effect.js';
import { INSTRUCTIONS } from '../../../../src/hypervisor/access/instructions/instruction-table.js';
import {
  gpr,
  immediate,
  instruction,
  memoryAt,
  type DecodedInstruction,
} from '../../../../src/hypervisor/access/instructions/instruction.js';

const memory = memoryAt(0x1000n);
const source = gpr(GPR.rbx);

const EXAMPLES: readonly DecodedInstruction[] = [
  instruction({ operation: 'mov', bytes: 4, operands: [memory, source] }),
  instruction({ operation: 'add', bytes: 4, operands: [memory, source] }),
  instruction({ operation: 'push', bytes: 8, operands: [memory] }),
  instruction({ operation: 'call', bytes: 8, operands: [memory] }),
  instruction({ operation: 'xadd', bytes: 4, operands: [memory, source] }),
  instruction({ operation: 'cmpxchg', bytes: 4, operands: [memory, source] }),
  instruction({ operation: 'cmpxchg16b', bytes: 8, operands: [memory] }),
  instruction({ operation: 'movs', bytes: 4, repeat: 'repe' }),
  instruction({ operation: 'cmps', bytes: 4, repeat: 'repne' }),
  instruction({ operation: 'ins', bytes: 2, repeat: 'repe' }),
  instruction({ operation: 'sidt', bytes: 10, operands: [memory] }),
  instruction({ operation: 'fst', bytes: 8, operands: [memory] }),
  instruction({ operation: 'out', bytes: 1, operands: [immediate(0x80n)] }),
];

/** What these read they do not write to. */
const READERS: readonly DecodedInstruction[] = [
  instruction({ operation: 'mov', bytes: 4, operands: [source, memory] }),
  instruction({ operation: 'bt', bytes: 4, operands: [memory, source] }),
  instruction({ operation: 'pop', bytes: 8, operands: [source] }),
  instruction({ operation: 'movs', bytes: 4 }),
  instruction({ operation: 'lods', bytes: 4 }),
  instruction({ operation: 'scas', bytes: 4 }),
  instruction({ operation: 'cmps', bytes: 4 }),
  instruction({ operation: 'outs', bytes: 4 }),
];

/** Run until `until` effects have been asked; answers depend only on how many came before. */
function effectsOf(decoded: DecodedInstruction, cpu = newCpuState(), until = Infinity): object[] {
  cpu.gpr[GPR.rcx] ||= 3n;
  const asked: Effect[] = [];
  const execution = INSTRUCTIONS[decoded.operation](cpu, decoded);
  let answer: Answer;
  for (let step = execution.next(); step.done !== true; step = execution.next(answer)) {
    asked.push(step.value);
    if (asked.length === until) break;
    answer = step.value.kind.startsWith('rep') ? undefined : BigInt(asked.length);
  }
  return asked.map((effect) => ({ ...effect, modify: undefined }));
}

describe('an instruction as effects', () => {
  it.each(EXAMPLES.map((decoded) => [decoded.operation, decoded] as const))(
    '%s, let go of after any of them, asks the same once more',
    (_, decoded) => {
      const whole = effectsOf(decoded);
      expect(whole.length).toBeGreaterThan(0);
      for (let cut = 1; cut <= whole.length; cut++) {
        const cpu = newCpuState();
        effectsOf(decoded, copyCpuState(cpu), cut);

        expect(effectsOf(decoded, cpu)).toEqual(whole);
      }
    },
  );

  it.each(READERS.map((decoded) => [decoded.operation, decoded] as const))(
    '%s reads and asks for no permission to write',
    (_, decoded) => {
      const effects = effectsOf(decoded);

      expect(effects).toContainEqual(expect.objectContaining({ kind: 'read', forUpdate: false }));
      expect(effects).not.toContainEqual(expect.objectContaining({ forUpdate: true }));
    },
  );
});
