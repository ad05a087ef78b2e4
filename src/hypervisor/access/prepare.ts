/** What an access needs to be executed: its registers and its program. */

import { XenError } from '../abi/errno.js';
import { hex, PAGE_SIZE } from '../abi/frames.js';
import type { Access } from './access.js';
import { copyCpuState, newCpuState } from './cpu-state.js';
import { machineCode, singleInstruction } from './program.js';
import { glaOf, shortHand } from './short-hand.js';

/** EINVAL, or `UnsupportedInstruction`, for what cannot be executed. */
export function prepare(access: Access): void {
  const { request } = access;
  if (request.kind === 'insn') {
    const { code, decode } = request;
    if (code === undefined || decode === undefined)
      throw new XenError('EINVAL', 'machine code needs bytes and a decoder');
    access.cpu = request.cpu ? copyCpuState(request.cpu) : newCpuState();
    access.program = machineCode(code, access.cpu.rip, decode);
    return;
  }
  const { cpu, instruction } = shortHand(request);
  const distance = (request.gpa ?? 0) - glaOf(request);
  if (distance % PAGE_SIZE !== 0)
    throw new XenError(
      'EINVAL',
      `gla ${hex(glaOf(request))} is elsewhere in its page than the gpa`,
    );
  access.cpu = cpu;
  access.program = singleInstruction(instruction);
  access.distance = distance;
}
