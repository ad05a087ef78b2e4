import { describe, expect, it } from 'vitest';
import { machineCode, guestWithRam, preparedAccess } from '../../support/guest.js';
import { errno } from '../../support/host.js';

describe('prepare', () => {
  it('takes registers and program of machine code', () => {
    const { cpu, ...code } = machineCode('90', { rax: 7n });
    const access = preparedAccess(guestWithRam(), { kind: 'insn', cpu, ...code });

    expect([access.cpu, access.distance]).toEqual([cpu, 0]);
    expect(access.cpu).not.toBe(cpu);
    expect(access.program.next(cpu)).toMatchObject({ operation: 'nop' });
  });

  it('begins at 0 with registers of zero where none are given', () => {
    const { code, decode } = machineCode('90');
    const access = preparedAccess(guestWithRam(), { kind: 'insn', code, decode });

    expect(access.cpu.rip).toBe(0n);
  });

  it.each([
    [{ kind: 'insn', code: Uint8Array.of(0x90) }, 'machine code needs bytes and a decoder'],
    [{ kind: 'insn', decode: machineCode('').decode }, 'machine code needs bytes and a decoder'],
    [{ kind: 'read', gpa: 0, size: 3 }, 'no read moves 3 bytes'],
    [{ kind: 'read', gpa: 0x3000, gla: 0x5008 }, 'gla 0x5008 is elsewhere in its page than'],
  ] as const)('answers EINVAL for %o: %s', (request, text) => {
    expect(() => preparedAccess(guestWithRam(), request)).toThrow(errno('EINVAL', text));
  });

  it('keeps how far the linear address of a short hand is from the physical one', () => {
    const world = guestWithRam();

    expect(preparedAccess(world, { kind: 'read', gpa: 0x3000, gla: 0x5000 }).distance).toBe(
      -0x2000,
    );
    expect(preparedAccess(world, { kind: 'read', gpa: 0x3000, gla: null }).distance).toBe(0);
  });
});
