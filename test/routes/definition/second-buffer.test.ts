import { describe, expect, it } from 'vitest';
import { bitmapIn, listIn, readable } from '../../../src/routes/definition/second-buffer.js';
import { struct } from '../../../src/routes/wire/struct.js';
import { bool } from '../../../src/routes/wire/json-words.js';
import { u16, u32 } from '../../../src/routes/wire/wire.js';
import { errno } from '../../support/host.js';

const view = (...bytes: number[]) => new DataView(new Uint8Array(bytes).buffer);

describe('listIn', () => {
  const list = listIn('items', struct({ a: u16('A.'), b: u16('B.'), noC: bool('Not in C.') }));

  it('is as many structs as there is room for', () => {
    expect(list.load(view(1, 0, 2, 0, 3, 0, 4, 0, 5))).toEqual({
      items: [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
    });
    expect(list.fields).toEqual(['items']);
    expect(() => {
      list.store(undefined, {});
    }).not.toThrow();
  });

  it('faults behind a bad pointer when it is read, not before', () => {
    const { items } = list.load(undefined) as { items: { a: number }[] };
    const made = items.map(({ a }) => a);

    expect(made.length).toBeGreaterThan(2 ** 32);
    expect(() => made[0]).toThrow(errno('EFAULT'));
  });
});

describe('bitmapIn', () => {
  it('tells the room that there is, and writes what it is given', () => {
    const bitmap = bitmapIn('bits', 'room');
    const buffer = view(0, 0, 0);

    bitmap.store(buffer, { bits: 'ff01' });

    expect(bitmap.load(buffer)).toEqual({ room: 3 });
    expect([...new Uint8Array(buffer.buffer)]).toEqual([0xff, 1, 0]);
  });

  it('takes a bad pointer for any room, and faults when it is written to', () => {
    const bitmap = bitmapIn('bits', 'room');

    expect(bitmap.load(undefined)).toEqual({ room: undefined });
    expect(() => bitmap.store(undefined, { bits: '01' })).toThrow(errno('EFAULT'));
    expect(() => bitmap.store(undefined, { bits: '' })).not.toThrow();
  });

  it('tells no room where Xen is not told', () => {
    const bitmap = bitmapIn('bits');

    expect([bitmap.fields, bitmap.load(view(0))]).toEqual([['bits'], {}]);
    expect(() => bitmap.store(view(0), { bits: '0102' })).toThrow(errno('EFAULT'));
  });
});

describe('readable', () => {
  it('faults where there is less than is needed', () => {
    const buffer = view(1, 2);

    expect(readable(buffer, 2)).toBe(buffer);
    expect(() => readable(buffer, 3)).toThrow('a buffer has 2 bytes, not 3');
  });
});

describe('a word of a second buffer', () => {
  it('is as wide as in C', () => {
    const wide = listIn('items', struct({ a: u32('A.') }));
    expect(wide.load(view(1, 0, 0, 0))).toEqual({ items: [{ a: 1 }] });
  });
});
