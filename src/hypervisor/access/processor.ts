/**
 * The processor: executes an instruction as hardware does, every operand translated through the
 * EPT before anything is changed, and stops at the first one that exits.
 *
 * Reference: SDM volume 3C, 25.1.3 and 29.3.3. A string instruction does one element, or those of
 * one page, at a time, so that an exit leaves the elements before it done.
 */

import { PAGE_SIZE } from '../abi/frames.js';
import type { Access } from './access.js';
import { assignCpuState, newCpuState } from './cpu-state.js';
import { readBytes, slice, writeBytes } from './guest-bytes.js';
import { translateLinear } from './guest-paging.js';
import type { Answer, Effect, Gla } from './instructions/effect.js';
import type { DecodedInstruction } from './instructions/instruction.js';
import { INSTRUCTIONS } from './instructions/instruction-table.js';
import type { Stop } from './stop.js';
import { moveRun, storeRun } from './string-run.js';
import { FETCH, READ, throughEpt, WRITE } from './through-ept.js';

/** Ports that the I/O bitmap lets through to hardware, where nothing answers. */
const PASSED_THROUGH: ReadonlySet<number> = new Set([0x80, 0xed]);

type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;
interface Piece {
  mfn: number;
  offset: number;
  bytes: number;
}

type Performers = {
  readonly [Kind in Effect['kind']]: (access: Access, effect: EffectOf<Kind>) => Answer | Stop;
};

const oneByOne = () => undefined;

/** What hardware does about each kind of effect: answer it, or stop. */
const PERFORM: Performers = {
  read: (access, { gla, bytes, forUpdate }) =>
    locate(access, gla, bytes, forUpdate ? READ | WRITE : READ) ?? load(access),
  fetch: (access, { gla, bytes }) => locate(access, gla, bytes, FETCH) ?? load(access),
  touch: (access, { gla }) => locate(access, gla, 1, READ),
  write: (access, { gla, bytes, value }) =>
    locate(access, gla, bytes, WRITE) ?? store(access, value),
  update(access, { gla, bytes, modify }) {
    const stop = locate(access, gla, bytes, READ | WRITE);
    if (stop) return stop;
    const old = load(access);
    store(access, modify(old));
    return old;
  },
  // Nothing has changed since the value was compared.
  compare_exchange: (access, { gla, bytes, replacement }) =>
    locate(access, gla, bytes, READ | WRITE) ?? store(access, replacement),
  write_image: (access, { gla, image }) =>
    locate(access, gla, image.length, WRITE) ?? storeImage(access, image),
  port_intercept: (_, { port, bytes, input }) => intercept(port, bytes, input, true),
  port_in: (_, { port, bytes }) =>
    intercept(port, bytes, true, false) ?? (1n << BigInt(8 * bytes)) - 1n,
  port_out: (_, { port, bytes }) => intercept(port, bytes, false, false),
  rep_movs: moveRun,
  rep_stos: storeRun,
  rep_ins: oneByOne,
  rep_outs: oneByOne,
  halt: () => ({ kind: 'halt' }),
  hypercall: () => ({ kind: 'hypercall' }),
  raise: (_, { exception }) => ({ kind: 'exception', exception }),
};

/** Registers before the instruction at hand. */
const before = newCpuState();

/** Execute one instruction; its effect on registers is kept only if nothing stopped it. */
export function executeOnProcessor(
  access: Access,
  instruction: DecodedInstruction,
): Stop | undefined {
  const { cpu } = access;
  assignCpuState(before, cpu);
  cpu.rip = BigInt.asUintN(64, cpu.rip + BigInt(instruction.length));
  const execution = INSTRUCTIONS[instruction.operation](cpu, instruction);
  let step = execution.next();
  while (step.done !== true) {
    const answer = perform(access, step.value);
    if (typeof answer === 'object') {
      assignCpuState(cpu, before);
      return answer;
    }
    step = execution.next(answer);
  }
  access.data = step.value;
  return undefined;
}

/** Fetch machine code; less of it where the page ends and the next one cannot be fetched. */
export function fetchCode(access: Access, gla: Gla, bytes: number): Uint8Array | Stop {
  const here = Math.min(bytes, PAGE_SIZE - offsetOf(gla));
  const first = perform(access, { kind: 'fetch', gla, bytes: here });
  if (typeof first === 'object') return first;
  const rest =
    here < bytes ? perform(access, { kind: 'fetch', gla: gla + here, bytes: bytes - here }) : {};
  const isWhole = typeof rest === 'bigint';
  const value = first! | (isWhole ? rest << BigInt(8 * here) : 0n);
  return Uint8Array.from({ length: isWhole ? bytes : here }, (_, at) =>
    Number(slice(value, at, 1)),
  );
}

function perform<Kind extends Effect['kind']>(
  access: Access,
  effect: EffectOf<Kind>,
): Answer | Stop {
  const performer: (access: Access, effect: EffectOf<Kind>) => Answer | Stop = PERFORM[effect.kind];
  return performer(access, effect);
}

const intercept = (
  port: number,
  bytes: number,
  input: boolean,
  string: boolean,
): Stop | undefined =>
  bytes === 1 && PASSED_THROUGH.has(port) ? undefined : { kind: 'IO', port, bytes, input, string };

/** The pieces of an operand, one a page; the operand at hand is always in these. */
const pieces: readonly [Piece, Piece] = [
  { mfn: 0, offset: 0, bytes: 0 },
  { mfn: 0, offset: 0, bytes: 0 },
];

const offsetOf = (gla: Gla): number => ((gla % PAGE_SIZE) + PAGE_SIZE) % PAGE_SIZE;

/** Find the machine memory of an operand; of one that straddles, both pages before either is used. */
function locate(access: Access, gla: Gla, bytes: number, wanted: number): Stop | undefined {
  const here = Math.min(bytes, PAGE_SIZE - offsetOf(gla));
  const [first, second] = pieces;
  second.bytes = 0;
  const stop = locatePiece(access, gla, here, wanted, first);
  if (stop || here === bytes) return stop;
  return locatePiece(access, gla + here, bytes - here, wanted, second);
}

function locatePiece(
  access: Access,
  gla: Gla,
  bytes: number,
  wanted: number,
  piece: Piece,
): Stop | undefined {
  const gpa = translateLinear(access, gla, wanted);
  if (typeof gpa === 'object') return gpa;
  const mfn = throughEpt(access, gpa, wanted, gla, 'translated');
  if (typeof mfn === 'object') return mfn;
  piece.mfn = mfn;
  piece.offset = gpa % PAGE_SIZE;
  piece.bytes = bytes;
  return undefined;
}

function load({ domain }: Access): bigint {
  const { machine } = domain;
  const [first, second] = pieces;
  const low = readBytes(machine, first.mfn, first.offset, first.bytes);
  if (second.bytes === 0) return low;
  const high = readBytes(machine, second.mfn, second.offset, second.bytes);
  return low | (high << BigInt(8 * first.bytes));
}

function store({ domain }: Access, value: bigint): undefined {
  let done = 0;
  for (const { mfn, offset, bytes } of pieces) {
    if (bytes > 0) writeBytes(domain.machine, mfn, offset, bytes, slice(value, done, bytes));
    done += bytes;
  }
}

function storeImage({ domain }: Access, image: Uint8Array): undefined {
  let done = 0;
  for (const { mfn, offset, bytes } of pieces) {
    if (bytes > 0) domain.machine.writablePage(mfn).set(image.subarray(done, done + bytes), offset);
    done += bytes;
  }
}
