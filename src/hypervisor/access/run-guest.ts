/** The guest runs: one instruction after the other, until something stops it or none is left. */

import type { Access } from './access.js';
import { executeOnProcessor, fetchCode } from './processor.js';
import type { DecodedInstruction } from './instructions/instruction.js';
import { UD } from './outcome.js';
import { MAX_INSTRUCTION_BYTES } from './program.js';
import type { Stop } from './stop.js';

/** Instructions without an exit after which a guest counts as spinning. */
const PATIENCE = 200_000;

export type GuestStop = Stop | { readonly kind: 'spinning' };

/** `undefined`: it has executed all that was asked of it. */
export function runGuest(access: Access): GuestStop | undefined {
  for (let executed = 0; executed < PATIENCE; executed++) {
    const { cpu } = access;
    const { rip } = cpu;
    if (access.program.isDone(cpu)) return undefined;
    access.instruction = undefined;
    const next = access.program.next(cpu) ?? fetchNext(access);
    if ('kind' in next) return next;
    access.instruction = next;
    const stop = executeOnProcessor(access, next);
    if (stop) return stop;
    // A repeated string instruction stays where it is while it makes its way.
    if (cpu.rip === rip && next.repeat === 'none') return { kind: 'spinning' };
  }
  return { kind: 'spinning' };
}

/** An instruction from guest memory: what is none, or none that we know, is an undefined opcode. */
function fetchNext(access: Access): DecodedInstruction | Stop {
  const { rip } = access.cpu;
  const code = fetchCode(access, Number(BigInt.asIntN(64, rip)), MAX_INSTRUCTION_BYTES);
  if (!(code instanceof Uint8Array)) return code;
  const instruction = access.program.decode?.(code, rip) ?? 'invalid';
  if (typeof instruction !== 'string') return instruction;
  return { kind: 'exception', exception: UD };
}
