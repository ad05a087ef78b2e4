import { describe, expect, it } from 'vitest';
import { Wanted } from '../../src/privcmd/caller-memory.js';
import { callerMemory, writtenBy } from '../support/privcmd.js';

describe('CallerMemory', () => {
  it('reads what it knows, within a piece too', () => {
    const memory = callerMemory({ 0x1000: '0102030405060708', 0x2000: undefined });

    expect(memory.read(0x1002n, 2).getUint16(0, true)).toBe(0x0403);
    expect(memory.read(0xdeadn, 0).byteLength).toBe(0);
    expect(() => memory.read(0x2000n, 4)).toThrow(expect.objectContaining({ errno: 'EFAULT' }));
  });

  it('asks for what it does not know', () => {
    const memory = callerMemory({ 0x1000: '01' });

    expect(() => memory.read(0x1000n, 2)).toThrow(Wanted);
    expect(() => memory.read(0x3000n, 8)).toThrow(
      expect.objectContaining({ address: 0x3000n, length: 8 }),
    );
  });

  it('keeps what is to be written', () => {
    const memory = callerMemory({});
    memory.write(0x1000n, Uint8Array.of(1, 2, 3));

    expect(writtenBy(memory)).toEqual({ 0x1000: '010203' });
  });
});
