import { describe, expect, it } from 'vitest';
import { GPR } from '../../../src/hypervisor/access/cpu-state.js';
import type { AccessRequest } from '../../../src/hypervisor/access/access-request.js';
import {
  gpr,
  immediate,
  memoryAt,
} from '../../../src/hypervisor/access/instructions/instruction.js';
import { glaOf, shortHand } from '../../../src/hypervisor/access/short-hand.js';
import { errno } from '../../support/host.js';

const DF = 0x400;
const memory = memoryAt(0x3000n);
const build = (request: Omit<AccessRequest, 'vcpu'>) => shortHand({ vcpu: 0, ...request });

describe('shortHand', () => {
  // prettier-ignore
  it.each<[Omit<AccessRequest, 'vcpu'>, object]>([
    [{ kind: 'read', gpa: 0x3000 },                         { operation: 'mov', bytes: 8, operands: [gpr(GPR.rax), memory] }],
    [{ kind: 'write', gpa: 0x3000, size: 2, data: 7n },     { operation: 'mov', bytes: 2, operands: [memory, immediate(7n)] }],
    [{ kind: 'write', gpa: 0x3000 },                        { operands: [memory, immediate(0n)] }],
    [{ kind: 'rmw', gpa: 0x3000 },                          { operation: 'add', operands: [memory, gpr(GPR.rcx)] }],
    [{ kind: 'rmw', gpa: 0x3000, op: 'btc', data: 3n },     { operation: 'btc', operands: [memory, immediate(3n)] }],
    [{ kind: 'exec', gpa: 0x3000, size: 1 },                { operation: 'fetch', bytes: 1, operands: [memory] }],
    [{ kind: 'in', port: 0x60 },                            { operation: 'in', bytes: 4, operands: [immediate(0x60n)] }],
    [{ kind: 'out', port: 0x60, size: 1 },                  { operation: 'out', bytes: 1, operands: [immediate(0x60n)] }],
    [{ kind: 'ins', gpa: 0x3000, size: 2 },                 { operation: 'ins', bytes: 2, repeat: 'none' }],
    [{ kind: 'outs', gpa: 0x3000 },                         { operation: 'outs', bytes: 4, repeat: 'none' }],
    [{ kind: 'rep_ins', gpa: 0x3000 },                      { operation: 'ins', bytes: 4, repeat: 'repe' }],
    [{ kind: 'rep_outs', gpa: 0x3000 },                     { operation: 'outs', bytes: 4, repeat: 'repe' }],
    [{ kind: 'movs', gpa: 0x3000 },                         { operation: 'movs', bytes: 8, repeat: 'none' }],
    [{ kind: 'rep_movs', gpa: 0x3000 },                     { operation: 'movs', bytes: 8, repeat: 'repe' }],
    [{ kind: 'stos', gpa: 0x3000 },                         { operation: 'stos', bytes: 8, repeat: 'none' }],
    [{ kind: 'rmw', gpa: 0x3000, op: 'bts' },               { operation: 'bts', operands: [memory, immediate(1n)] }],
    [{ kind: 'rmw', gpa: 0x3000, op: 'btr', data: 0n },     { operation: 'btr', operands: [memory, immediate(0n)] }],
    [{ kind: 'rep_stos', gpa: 0x3000, size: 1 },            { operation: 'stos', bytes: 1, repeat: 'repe' }],
  ])('of %o', (request, fields) => {
    expect(build(request).instruction).toMatchObject(fields);
  });

  it('puts data where the instruction takes it from', () => {
    expect(build({ kind: 'rmw', gpa: 0 }).cpu.gpr[GPR.rcx]).toBe(1n);
    expect(build({ kind: 'rmw', gpa: 0, data: 9n }).cpu.gpr[GPR.rcx]).toBe(9n);
    expect(build({ kind: 'rmw', gpa: 0, data: -1n }).cpu.gpr[GPR.rcx]).toBe(2n ** 64n - 1n);
    expect(build({ kind: 'out', port: 0, data: 9n }).cpu.gpr[GPR.rax]).toBe(9n);
    expect(build({ kind: 'out', port: 0, data: -1n }).cpu.gpr[GPR.rax]).toBe(2n ** 64n - 1n);
    expect(build({ kind: 'out', port: 0 }).cpu.gpr[GPR.rax]).toBe(0n);
    expect(build({ kind: 'stos', gpa: 0, data: 9n }).cpu.gpr[GPR.rax]).toBe(9n);
  });

  it('loads the registers of string instructions', () => {
    const { gpr: registers, rflags } = build({
      kind: 'rep_movs',
      gpa: 0x3000,
      source: 0x5000,
      count: 4,
      df: true,
    }).cpu;

    expect([registers[GPR.rdi], registers[GPR.rsi], registers[GPR.rcx]]).toEqual([
      0x3000n,
      0x5000n,
      4n,
    ]);
    expect(rflags & DF).toBe(DF);
    const outs = build({ kind: 'outs', gpa: 0x3000, port: 0xe9 }).cpu.gpr;
    expect([outs[GPR.rsi], outs[GPR.rdx], outs[GPR.rcx]]).toEqual([0x3000n, 0xe9n, 1n]);
    const stos = build({ kind: 'stos', gla: -0x1000, gpa: 0x3000 }).cpu;
    expect([stos.gpr[GPR.rdi], stos.rflags & DF]).toEqual([2n ** 64n - 0x1000n, 0]);
  });

  it.each([0, 0xffff])('knows the port 0x%x', (port) => {
    expect(build({ kind: 'in', port }).instruction.operands).toEqual([immediate(BigInt(port))]);
  });

  // prettier-ignore
  it.each([
    [{ kind: 'read', size: 16 },       'no read moves 16 bytes'],
    [{ kind: 'in', size: 8 },          'no in moves 8 bytes'],
    [{ kind: 'out', port: 0x1_0000 },  'there is no port 0x10000'],
    [{ kind: 'in', port: -1 },         'there is no port'],
  ] as const)('answers EINVAL for %o', (request, text) => {
    expect(() => build(request)).toThrow(errno('EINVAL'));
    expect(() => build(request)).toThrow(text);
  });

  it('is not machine code', () => {
    expect(() => build({ kind: 'insn' })).toThrow(RangeError);
  });
});

describe('glaOf', () => {
  it.each([
    [undefined, 0x3000],
    [null, 0x3000],
    [0x5000, 0x5000],
  ])('with %s is 0x%x', (gla, expected) => {
    expect(glaOf({ vcpu: 0, kind: 'read', gpa: 0x3000, gla })).toBe(expected);
  });
});
