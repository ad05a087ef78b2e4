/** A vcpu's registers as JSON says them, by the names that assemblers give them. */

import { GPR, newCpuState, writeMm, type CpuState, type GprName } from '../../hypervisor/index.js';
import { struct, type StructValue } from '../wire/struct.js';
import { hex53, u64 } from '../wire/wire.js';
import { optional, type Word } from '../wire/word.js';

const GPR_NAMES = Object.keys(GPR) as GprName[];
const NR_XMM = 16;
const NR_MM = 8;
/** What flags there are: the others read as 0, but for bit 1 (SDM volume 1, 3.4.3). */
const RFLAGS = 0x3f_7fd7;

/** Up to 128 bits. */
const u128 = (description: string): Word<bigint> => {
  const schema = { type: 'string', pattern: '^0x[0-9a-fA-F]{1,32}$', description };
  return {
    schema,
    answer: { ...schema, pattern: '^0x(0|[1-9a-f][0-9a-f]{0,31})$' },
    decode: (wire) => BigInt(wire as string),
    encode: (value) => `0x${value.toString(16)}`,
  };
};

const each = <Name extends string, Value>(
  names: readonly Name[],
  word: (name: Name) => Word<Value>,
) => Object.fromEntries(names.map((name) => [name, word(name)])) as Record<Name, Word<Value>>;

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

const XMM_NAMES = numbered('xmm', NR_XMM);
const MM_NAMES = numbered('mm', NR_MM);

/** What is not said is 0; RFLAGS 2, CR0 with write protection, and an IDT of full length. */
export const registers = struct(
  {
    ...each(GPR_NAMES, (name) => optional(u64(`General register ${name}.`))),
    rip: optional(u64('Where the machine code counts as lying.')),
    rflags: optional(hex53('Flags; bits that RFLAGS does not have are dropped.')),
    cr0: optional(hex53('Of consequence with `cr3` alone: bit 16 is write protection.')),
    cr3: optional(
      u64("Guest-physical address of the guest's page tables; without, none translate."),
    ),
    idt_base: optional(u64('Address of the interrupt descriptor table.')),
    idt_limit: optional(hex53('Its last byte.')),
    ...each(XMM_NAMES, (name) => optional(u128(`Vector register ${name}.`))),
    ...each(MM_NAMES, (name) => optional(u64(`Vector register ${name}, over the x87 stack.`))),
  },
  'Registers before the machine code.',
);

export const registersAfter = struct(
  {
    ...each(GPR_NAMES, (name) => u64(`General register ${name}.`)),
    rip: u64('The next instruction.'),
    rflags: hex53('Flags.'),
    ...each(XMM_NAMES, (name) => optional(u128(`Vector register ${name}, unless it is 0.`))),
  },
  'Registers after the last instruction that was completed.',
);

export type Registers = StructValue<typeof registers.fields>;

export function cpuOf(given: Registers = {}): CpuState {
  const cpu = newCpuState();
  const values = given as Readonly<Record<string, bigint | undefined>>;
  for (const name of GPR_NAMES) cpu.gpr[GPR[name]] = given[name] ?? 0n;
  cpu.xmm = XMM_NAMES.flatMap((name) => {
    const value = values[name] ?? 0n;
    return [BigInt.asUintN(64, value), value >> 64n];
  });
  for (const [index, name] of MM_NAMES.entries())
    if (values[name] !== undefined) cpu.x87 = writeMm(cpu.x87, index, values[name]);
  return {
    ...cpu,
    rip: given.rip ?? cpu.rip,
    rflags: ((given.rflags ?? 0) & RFLAGS) | cpu.rflags,
    cr0: given.cr0 ?? cpu.cr0,
    cr3: given.cr3,
    idtBase: given.idt_base ?? cpu.idtBase,
    idtLimit: given.idt_limit ?? cpu.idtLimit,
  };
}

export function registersOf({
  gpr,
  rip,
  rflags,
  xmm,
}: CpuState): StructValue<typeof registersAfter.fields> {
  const vectors = XMM_NAMES.map((name, index) => {
    const value = ((xmm[2 * index + 1] ?? 0n) << 64n) | (xmm[2 * index] ?? 0n);
    return [name, value === 0n ? undefined : value] as const;
  });
  return {
    ...(Object.fromEntries(GPR_NAMES.map((name) => [name, gpr[GPR[name]] ?? 0n])) as Record<
      GprName,
      bigint
    >),
    rip,
    rflags,
    ...Object.fromEntries(vectors),
  };
}
