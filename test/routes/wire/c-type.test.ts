import { describe, expect, it } from 'vitest';
import {
  UINT16,
  UINT32,
  UINT64,
  UINT8,
  bytesOf,
  layOut,
  uint64As,
  octetsIn,
} from '../../../src/routes/wire/c-type.js';

const view = (bytes: number) => new DataView(new ArrayBuffer(bytes));
const bytes = ({ buffer }: DataView) => [...new Uint8Array(buffer)];

describe('a C type', () => {
  // prettier-ignore
  it.each([
    ['uint8_t',     UINT8,             0x12,                [0x12]],
    ['uint16_t',    UINT16,            0x1234,              [0x34, 0x12]],
    ['uint32_t',    UINT32,            0x12345678,          [0x78, 0x56, 0x34, 0x12]],
    ['uint64_t',    UINT64,            0x123456789abcdef0n, [0xf0, 0xde, 0xbc, 0x9a, 0x78, 0x56, 0x34, 0x12]],
    ['uint64_t',    uint64As<number>(), 0xfeff0,            [0xf0, 0xef, 0x0f, 0, 0, 0, 0, 0]],
    ['uint8_t[3]',  bytesOf(3),        0x010203,            [0x03, 0x02, 0x01]],
  ] as const)('%s lies little endian', (name, type, value, expected) => {
    const memory = view(type.bytes);
    type.store(memory, 0, value as never);

    expect(type.name).toBe(name);
    expect(bytes(memory)).toEqual(expected);
    expect(type.load(memory, 0)).toBe(value);
  });

  it('of a frame keeps the order of values that no double holds', () => {
    const memory = view(8);
    memory.setBigUint64(0, 0xffff_ffff_ffff_ffffn, true);

    expect(uint64As<number>().load(memory, 0)).toBe(2 ** 64);
  });
});

describe('layOut', () => {
  it('puts the members of xen_dm_op_set_mem_type where C puts them', () => {
    const members = [
      ['nr', UINT32],
      ['mem_type', UINT16],
      ['pad', UINT16],
      ['first_pfn', UINT64],
    ] as const;

    expect(layOut(members)).toEqual({
      offsets: { nr: 0, mem_type: 4, pad: 6, first_pfn: 8 },
      bytes: 16,
    });
  });

  it('leaves the holes that alignment asks for, at the end too', () => {
    const members = [
      ['domid', UINT16],
      ['handle_bufioreq', UINT8],
      ['id', UINT16],
    ] as const;

    expect(layOut(members)).toEqual({ offsets: { domid: 0, handle_bufioreq: 2, id: 4 }, bytes: 6 });
  });
});

describe('octetsIn', () => {
  it('is bytes one by one', () => {
    const bytes = octetsIn(3);
    const memory = new DataView(new ArrayBuffer(4));

    bytes.store(memory, 1, [1, 2, 3]);

    expect([bytes.load(memory, 1), bytes.name, bytes.bytes]).toEqual([[1, 2, 3], 'uint8_t[3]', 3]);
  });
});
