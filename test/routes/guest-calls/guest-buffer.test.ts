import { describe, expect, it } from 'vitest';
import { GuestBuffer } from '../../../src/routes/guest-calls/guest-buffer.js';

/** Two pages of a guest, of which one can be read and, unless it may not, written. */
function guest({ writable = true } = {}) {
  const memory = Uint8Array.from({ length: 4096 }, (_, at) => at & 0xff);
  const writes: [bigint, number[]][] = [];
  const call = {
    number: 0,
    args: [],
    read: (address: bigint, length: number) =>
      address < 4096n ? memory.slice(Number(address), Number(address) + length) : undefined,
    write(address: bigint, bytes: Uint8Array) {
      writes.push([address, [...bytes]]);
      return writable;
    },
  };
  return {
    writes,
    buffer: (pointer: bigint, bytes: number) => new GuestBuffer(call, pointer, bytes),
  };
}

describe('GuestBuffer', () => {
  it('holds what can be read', () => {
    const { buffer } = guest();

    expect([buffer(0x10n, 2).view?.getUint16(0), buffer(4095n, 2).view?.byteLength]).toEqual([
      0x1011, 1,
    ]);
    expect([buffer(4096n, 2).view, buffer(4096n, 0).view?.byteLength]).toEqual([undefined, 0]);
  });

  it('tells whether that is all of it', () => {
    const { buffer } = guest();

    expect(buffer(4094n, 2).whole(2)?.byteLength).toBe(2);
    expect(buffer(4095n, 2).whole(2)).toBeUndefined();
  });

  it('writes back from the first byte that has changed to the last', () => {
    const { buffer, writes } = guest();
    const changed = buffer(0x10n, 8);
    changed.view?.setUint8(2, 0xaa);
    changed.view?.setUint8(4, 0xbb);

    changed.writeBack();
    buffer(0x10n, 8).writeBack();

    expect(writes).toEqual([[0x12n, [0xaa, 0x13, 0xbb]]]);
  });

  it('answers EFAULT where that cannot be written', () => {
    const changed = guest({ writable: false }).buffer(0x10n, 1);
    changed.view?.setUint8(0, 0);

    expect(() => changed.writeBack()).toThrow(expect.objectContaining({ errno: 'EFAULT' }));
  });
});
