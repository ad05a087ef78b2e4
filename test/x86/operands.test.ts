import { describe, expect, it } from 'vitest';
import { Decoder, DecoderOptions } from 'iced-x86';
import { addressBytesOf, operandsOf, sizeOf, usesSegment } from '../../src/x86/operands.js';
import { bytesOf } from '../support/guest.js';

const memory = { kind: 'memory', base: 7, index: undefined, scale: 1, displacement: 0n };
const gpr = (register: number, high = false) => ({ kind: 'gpr', register, high });

function decoded(code: string) {
  const decoder = new Decoder(64, bytesOf(code), DecoderOptions.None);
  decoder.ip = 0x1000n;
  return decoder.decode();
}

describe('operandsOf', () => {
  // prettier-ignore
  it.each([
    // code            what it is            operands
    ['8907',           'mov [rdi], eax',     [memory, gpr(0)]],
    ['8847 08',        'mov [rdi+8], al',    [{ ...memory, displacement: 8n }, gpr(0)]],
    ['8823',           'mov [rbx], ah',      [{ ...memory, base: 3 }, gpr(0, true)]],
    ['4488 3f',        'mov [rdi], r15b',    [memory, gpr(15)]],
    ['8b04c1',         'mov eax, [rcx+rax*8]', [gpr(0), { ...memory, base: 1, index: 0, scale: 8 }]],
    ['8b05 10000000',  'mov eax, [rip+16]',  [gpr(0), { ...memory, base: undefined, displacement: 0x1016n }]],
    ['a1 7856341200000000', 'mov eax, [moffs]', [gpr(0), { ...memory, base: undefined, displacement: 0x1234_5678n }]],
    ['0f1107',         'movups [rdi], xmm0', [memory, { kind: 'xmm', register: 0 }]],
    ['0f6f17',         'movq mm2, [rdi]',    [{ kind: 'mm', register: 2 }, memory]],
    ['ddd1',           'fst st1',            [{ kind: 'st', register: 1 }]],
    ['83c0ff',         'add eax, -1',        [gpr(0), { kind: 'immediate', value: 2n ** 64n - 1n }]],
    ['74fe',           'je -2',              [{ kind: 'immediate', value: -2n }]],
    ['8ed8',           'mov ds, eax',        undefined],
    ['f3a4',           'rep movsb',          undefined],
  ])('of %s (%s)', (code, _, operands) => {
    expect(operandsOf(decoded(code))).toEqual(operands);
  });
});

describe('sizeOf, usesSegment and addressBytesOf', () => {
  it('know memory and registers', () => {
    expect([sizeOf(decoded('0fb607'), 0), sizeOf(decoded('0fb607'), 1)]).toEqual([4, 1]);
  });

  it('know FS and GS, which have bases of their own', () => {
    expect(['64', '65', '2e', ''].map((prefix) => usesSegment(decoded(`${prefix}8907`)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['8907', 8],
    ['678907', 4],
    ['678b0c41', 4],
    ['67aa', 4],
    ['67a4', 4],
    ['67ac', 4],
    ['aa', 8],
  ])('know the address size of %s', (code, bytes) => {
    expect(addressBytesOf(decoded(code))).toBe(bytes);
  });
});
