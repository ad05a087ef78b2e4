/**
 * The short-hand kinds of access as instructions: `read` is a mov from memory, `rmw` an operation
 * on memory, `rep_stos` what its name says. They are executed as decoded machine code is.
 */

import { XenError } from '../abi/errno.js';
import { hex } from '../abi/frames.js';
import type { AccessKind, AccessRequest, RmwOperation } from './access-request.js';
import { FLAG, GPR, newCpuState, type CpuState } from './cpu-state.js';
import {
  gpr,
  immediate,
  instruction,
  memoryAt,
  type DecodedInstruction,
  type Operand,
} from './instructions/instruction.js';

const PORT_KINDS: ReadonlySet<AccessKind> = new Set([
  'in',
  'out',
  'ins',
  'outs',
  'rep_ins',
  'rep_outs',
]);
const BIT_OPERATIONS: ReadonlySet<RmwOperation> = new Set(['bts', 'btr', 'btc']);
const MEMORY_SIZES: ReadonlySet<number> = new Set([1, 2, 4, 8]);
const PORT_SIZES: ReadonlySet<number> = new Set([1, 2, 4]);

export interface ShortHand {
  readonly instruction: DecodedInstruction;
  readonly cpu: CpuState;
}

type Build = (request: AccessRequest) => Omit<ShortHand, 'cpu'> & Partial<ShortHand>;

/** Bytes of an access that does not say. */
export const DEFAULT_SIZE = 8;

const DEFAULT_PORT_SIZE = 4;

const sizeOf = ({ size, kind }: AccessRequest): number =>
  size ?? (PORT_KINDS.has(kind) ? DEFAULT_PORT_SIZE : DEFAULT_SIZE);
const memoryOf = (request: AccessRequest): Operand => memoryAt(BigInt(glaOf(request)));
const dataOf = ({ data = 1n }: AccessRequest): bigint => data;
const quadwordOf = ({ data = 0n }: AccessRequest): bigint => BigInt.asUintN(64, data);

/** The linear address that stands behind the guest-physical one. */
export const glaOf = ({ gla, gpa = 0 }: AccessRequest): number => gla ?? gpa;

const BUILD: Readonly<Record<Exclude<AccessKind, 'insn'>, Build>> = {
  read: (request) => ({
    instruction: instruction({
      operation: 'mov',
      bytes: sizeOf(request),
      operands: [gpr(GPR.rax), memoryOf(request)],
    }),
  }),
  write: (request) => ({
    instruction: instruction({
      operation: 'mov',
      bytes: sizeOf(request),
      operands: [memoryOf(request), immediate(request.data ?? 0n)],
    }),
  }),
  rmw: readModifyWrite,
  exec: (request) => ({
    instruction: instruction({
      operation: 'fetch',
      bytes: sizeOf(request),
      operands: [memoryOf(request)],
    }),
  }),
  in: (request) => ({
    instruction: instruction({
      operation: 'in',
      bytes: sizeOf(request),
      operands: [immediate(BigInt(portOf(request)))],
    }),
  }),
  out: (request) => {
    const cpu = newCpuState();
    cpu.gpr[GPR.rax] = quadwordOf(request);
    const operands = [immediate(BigInt(portOf(request)))];
    return {
      cpu,
      instruction: instruction({ operation: 'out', bytes: sizeOf(request), operands }),
    };
  },
  ins: (request) => stringOf(request, 'ins', false),
  outs: (request) => stringOf(request, 'outs', false),
  rep_ins: (request) => stringOf(request, 'ins', true),
  rep_outs: (request) => stringOf(request, 'outs', true),
  movs: (request) => stringOf(request, 'movs', false),
  stos: (request) => stringOf(request, 'stos', false),
  rep_movs: (request) => stringOf(request, 'movs', true),
  rep_stos: (request) => stringOf(request, 'stos', true),
};

/** EINVAL for a request that no instruction makes. */
export function shortHand(request: AccessRequest): ShortHand {
  if (request.kind === 'insn') throw new RangeError('machine code is no short hand');
  checkSize(request);
  const { cpu = newCpuState(), instruction } = BUILD[request.kind](request);
  return { cpu, instruction };
}

/** By default 1 is added. A bit is named by its number in the operand, not beyond it. */
function readModifyWrite(request: AccessRequest): ReturnType<Build> {
  const { op = 'add' } = request;
  const cpu = newCpuState();
  cpu.gpr[GPR.rcx] = BigInt.asUintN(64, dataOf(request));
  const bytes = sizeOf(request);
  const from = BIT_OPERATIONS.has(op) ? immediate(dataOf(request)) : gpr(GPR.rcx);
  const operands = [memoryOf(request), from];
  return { cpu, instruction: instruction({ operation: op, bytes, operands }) };
}

function stringOf(
  request: AccessRequest,
  operation: 'ins' | 'outs' | 'movs' | 'stos',
  repeats: boolean,
): ReturnType<Build> {
  const cpu = newCpuState();
  const gla = BigInt.asUintN(64, BigInt(glaOf(request)));
  cpu.gpr[GPR.rdi] = gla;
  cpu.gpr[GPR.rsi] = operation === 'outs' ? gla : BigInt(request.source ?? 0);
  cpu.gpr[GPR.rcx] = BigInt(request.count ?? 1);
  cpu.gpr[GPR.rdx] = BigInt(request.port ?? 0);
  cpu.gpr[GPR.rax] = quadwordOf(request);
  if (request.df === true) cpu.rflags |= FLAG.DF;
  const repeat = repeats ? 'repe' : 'none';
  return { cpu, instruction: instruction({ operation, bytes: sizeOf(request), repeat }) };
}

const portOf = ({ port = 0 }: AccessRequest): number => port;

function checkSize({ kind, size, port }: AccessRequest): void {
  const sizes = PORT_KINDS.has(kind) ? PORT_SIZES : MEMORY_SIZES;
  if (size !== undefined && !sizes.has(size))
    throw new XenError('EINVAL', `no ${kind} moves ${size} bytes`);
  if (port !== undefined && (port < 0 || port > 0xffff))
    throw new XenError('EINVAL', `there is no port ${hex(port)}`);
}
