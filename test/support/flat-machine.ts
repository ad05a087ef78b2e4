import {
  GPR,
  newCpuState,
  type CpuState,
  type GprName,
} from '../../src/hypervisor/access/cpu-state.js';
import { putAt, valueAt } from '../../src/hypervisor/access/guest-bytes.js';
import type { Answer, Effect } from '../../src/hypervisor/access/instructions/effect.js';
import { INSTRUCTIONS } from '../../src/hypervisor/access/instructions/instruction-table.js';
import {
  instruction,
  type DecodedInstruction,
} from '../../src/hypervisor/access/instructions/instruction.js';

const MEMORY = 0x4000;
const LENGTH = 4;

export interface Setup {
  readonly registers?: Partial<Record<GprName, bigint>>;
  readonly flags?: number;
  /** Values of eight bytes by address. */
  readonly memory?: Readonly<Record<number, bigint>>;
  /** In place of the machine's own answer. */
  readonly answer?: (effect: Effect) => Answer;
  readonly prepare?: (cpu: CpuState) => void;
}

/** An exception ends an instruction; what it has asked so far is kept. */
export interface Ran {
  readonly cpu: CpuState;
  readonly asked: readonly Effect[];
  readonly result: Answer;
  /** Eight bytes, or as many as asked for. */
  readonly at: (address: number, bytes?: number) => bigint;
}

/** Executes one instruction of four bytes at 0x100, on flat memory that is all RAM. */
export function execute(
  fields: Partial<DecodedInstruction> & Pick<DecodedInstruction, 'operation'>,
  { registers = {}, flags = 0b10, memory = {}, answer, prepare }: Setup = {},
): Ran {
  const bytes = new Uint8Array(MEMORY);
  for (const [address, value] of Object.entries(memory)) putAt(bytes, Number(address), 8, value);
  const cpu = newCpuState();
  cpu.rflags = flags;
  cpu.rip = 0x100n + BigInt(LENGTH);
  for (const [name, value] of Object.entries(registers)) cpu.gpr[GPR[name as GprName]] = value;
  prepare?.(cpu);

  const asked: Effect[] = [];
  const decoded = instruction({ bytes: 4, length: LENGTH, ...fields });
  const execution = INSTRUCTIONS[decoded.operation](cpu, decoded);
  let step = execution.next();
  while (step.done !== true) {
    const effect = step.value;
    asked.push(effect);
    if (effect.kind === 'raise') break;
    step = execution.next(answer ? answer(effect) : perform(bytes, effect));
  }
  const result = step.done === true ? step.value : undefined;
  return { cpu, asked, result, at: (address, length = 8) => valueAt(bytes, address, length) };
}

/** Ports read as their number; strings go one by one. */
function perform(memory: Uint8Array, effect: Effect): Answer {
  switch (effect.kind) {
    case 'read':
    case 'fetch':
      return valueAt(memory, effect.gla, effect.bytes);
    case 'write':
      putAt(memory, effect.gla, effect.bytes, effect.value);
      return undefined;
    case 'update': {
      const old = valueAt(memory, effect.gla, effect.bytes);
      putAt(memory, effect.gla, effect.bytes, effect.modify(old));
      return old;
    }
    case 'compare_exchange':
      putAt(memory, effect.gla, effect.bytes, effect.replacement);
      return undefined;
    case 'write_image':
      memory.set(effect.image, effect.gla);
      return undefined;
    case 'port_in':
      return BigInt(effect.port);
    default:
      return undefined;
  }
}
