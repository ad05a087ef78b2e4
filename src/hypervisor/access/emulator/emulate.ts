/**
 * Xen's emulator: executes the instruction that exited, on guest memory and devices instead of
 * through the EPT. It may have to be run again when a device model has answered; what is needed
 * then is in the vcpu's I/O state.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, _hvm_emulate_one().
 */

import { IOREQ_DIR, needsCompletion, type IoreqDir } from '../../abi/ioreq.js';
import type { Task } from '../../schedule/task.js';
import type { Vcpu } from '../../vcpu.js';
import type { Access } from '../access.js';
import { copyCpuState } from '../cpu-state.js';
import { INSTRUCTIONS } from '../instructions/instruction-table.js';
import type { Answer, Effect } from '../instructions/effect.js';
import { copyFromGuest, NO_RAM } from './guest-copy.js';
import { doIo } from './do-io.js';
import { isFailure, RETRY, retry, UNHANDLEABLE, type Failure } from './emulation.js';
import { toPhysical } from './linear-address.js';
import { compareExchange, readLinear, store, storeImage, update } from './linear-memory.js';
import { repeatIns, repeatMovs, repeatOuts, repeatStos } from './repetition.js';

type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;
type Performers = {
  readonly [Kind in Effect['kind']]: (
    access: Access,
    effect: EffectOf<Kind>,
  ) => Task<Answer | Failure>;
};

/** What the emulator does about each kind of effect. */
const PERFORM: Performers = {
  read: (access, { gla, bytes }) => readLinear(access, gla, bytes),
  fetch: atOnce((access, { gla, bytes }) => fetch(access, gla, bytes)),
  touch: atOnce(() => undefined),
  write: (access, { gla, bytes, value }) => store(access, gla, bytes, value),
  update: (access, { gla, bytes, modify }) => update(access, gla, bytes, modify),
  compare_exchange: (access, { gla, bytes, expected, replacement }) =>
    compareExchange(access, gla, bytes, expected, replacement),
  write_image: atOnce((access, { gla, image }) => storeImage(access, gla, image)),
  port_intercept: atOnce(() => undefined),
  port_in: (access, { port, bytes }) => usePort(access, port, bytes, IOREQ_DIR.read, 0n),
  port_out: (access, { port, bytes, value }) =>
    usePort(access, port, bytes, IOREQ_DIR.write, value),
  rep_movs: repeatMovs,
  rep_stos: repeatStos,
  rep_ins: repeatIns,
  rep_outs: repeatOuts,
  halt: atOnce(() => UNHANDLEABLE),
  hypercall: atOnce(() => UNHANDLEABLE),
  raise: atOnce((_, { exception }) => ({ failure: 'exception', exception })),
};

/** Emulate the access's instruction once; `undefined`: it is done. */
export function* emulate(access: Access): Task<Failure | undefined> {
  yield 'emulate';
  const { vcpu } = access;
  const { io } = vcpu;
  io.mmioRetry = false;
  const result = yield* executeEmulated(access);
  const failure = result ?? unfinished(vcpu);

  const { pio_write_completion } = access.domain.profile.knobs;
  if (needsCompletion(io.request, pio_write_completion)) {
    io.completion = isPortInstruction(access) ? 'pio' : 'mmio';
    io.reexecutions++;
  } else forget(access);
  return failure;
}

/** A string instruction of which one request did not do all that it could have. */
const unfinished = ({ io }: Vcpu): Failure | undefined =>
  io.mmioRetry ? retry(RETRY.moreToDo) : undefined;

/** Nothing of the instruction is remembered: it is done, or begins from its start. */
export function forget(access: Access): void {
  const { io } = access.vcpu;
  io.completion = 'none';
  io.reexecutions = 0;
  io.mmioCache.length = 0;
  access.latched = undefined;
  access.forgetReads();
}

function* executeEmulated(access: Access): Task<Failure | undefined> {
  const { instruction } = access;
  if (instruction === undefined) return UNHANDLEABLE;
  const cpu = copyCpuState(access.cpu);
  cpu.rip = BigInt.asUintN(64, cpu.rip + BigInt(instruction.length));
  const execution = INSTRUCTIONS[instruction.operation](cpu, instruction);
  let step = execution.next();
  while (step.done !== true) {
    const answer = yield* perform(access, step.value);
    if (isFailure(answer)) return answer;
    step = execution.next(answer);
  }
  access.cpu = cpu;
  access.data = step.value;
  return undefined;
}

function perform<Kind extends Effect['kind']>(
  access: Access,
  effect: EffectOf<Kind>,
): Task<Answer | Failure> {
  const performer: (access: Access, effect: EffectOf<Kind>) => Task<Answer | Failure> =
    PERFORM[effect.kind];
  return performer(access, effect);
}

function* usePort(
  access: Access,
  port: number,
  size: number,
  dir: IoreqDir,
  data: bigint,
): Task<Answer | Failure> {
  const way = { isMmio: false, reps: 1, df: false, ram: undefined };
  const result = yield* doIo(access, { addr: port, size, dir, data, ...way });
  return isFailure(result) ? result : result.data;
}

/** Machine code is never fetched from a device. */
function fetch(access: Access, gla: number, bytes: number): Answer | Failure {
  const gpa = toPhysical(access, gla, false);
  if (isFailure(gpa)) return gpa;
  const value = copyFromGuest(access, gpa, bytes);
  return value === NO_RAM ? UNHANDLEABLE : value;
}

/** in and out, which Xen finishes without its emulator. */
const isPortInstruction = ({ instruction }: Access): boolean =>
  instruction?.operation === 'in' || instruction?.operation === 'out';

/** An effect that gives nobody a chance to act in between. */
function atOnce<E>(
  perform: (access: Access, effect: E) => Answer | Failure,
): (access: Access, effect: E) => Task<Answer | Failure> {
  // eslint-disable-next-line require-yield -- it is a task only to look like its neighbours
  return function* (access, effect) {
    return perform(access, effect);
  };
}
