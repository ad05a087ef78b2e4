import { describe, expect, it } from 'vitest';
import { INSTRUCTION } from '../../../src/hypervisor/snapshot/instruction-state.js';
import { decodeInstruction } from '../../../src/x86/decode.js';
import { again } from '../../support/written.js';

const decoded = (hex: string) =>
  decodeInstruction(Uint8Array.from(Buffer.from(hex, 'hex')), 0x1000n);

describe('INSTRUCTION', () => {
  it.each([
    ['lock cmpxchg [rdi],eax', 'f00fb107'],
    ['mov [rip+0x10],rax', '48890510000000'],
    ['mov eax,[rbx+rcx*4-8]', '8b448bf8'],
    ['jmp $-2', 'ebfe'],
    ['mov ah,5', 'b405'],
    ['rep stosb', 'f3aa'],
    ['movq xmm2,[rdi]', 'f30f7e17'],
    ['setne [rdi]', '0f9507'],
  ])('%s comes back', (_, hex) => {
    const instruction = decoded(hex);
    if (typeof instruction === 'string') throw new Error(instruction);

    expect(again(INSTRUCTION, instruction)).toStrictEqual(instruction);
  });
});
