import { describe, expect, it } from 'vitest';
import { cStruct } from '../../../src/routes/wire/c-struct.js';
import { UINT32 } from '../../../src/routes/wire/c-type.js';
import { InMemory } from '../../../src/routes/by-number/in-memory.js';
import { bitmapIn } from '../../../src/routes/definition/second-buffer.js';

const layout = cStruct([{ name: 'id', type: UINT32, of: 'response' }]);

describe('InMemory', () => {
  it('writes the answer into the struct and returns 0', () => {
    const view = new DataView(new ArrayBuffer(12));

    expect(new InMemory({ layout, view, base: 8 }).done({ id: 7 })).toBe(0);
    expect(view.getUint32(8, true)).toBe(7);
  });

  it('writes what belongs into the other buffer', () => {
    const buffer = new DataView(new ArrayBuffer(1));
    const other = { is: bitmapIn('bits'), buffer };
    const view = new DataView(new ArrayBuffer(4));

    expect(new InMemory({ layout, view, base: 0, other }).done({ bits: '81' })).toBe(0);
    expect(buffer.getUint8(0)).toBe(0x81);
  });

  it('leaves in the struct where a call goes on that has stopped', () => {
    const asked = cStruct([
      { name: 'nr', type: UINT32, of: 'request' },
      { name: 'type', type: UINT32, of: 'request' },
    ]);
    const view = new DataView(new ArrayBuffer(8));
    const tell = new InMemory({ layout: asked, view, base: 0, continuation: ['nr'] });

    expect(tell.stopped({ nr: 5, type: 1 })).toBe(-85);
    expect(asked.load(view, 0)).toEqual({ nr: 5, type: 0 });
  });

  it('returns 0 for nothing done and ERESTART for a call that stopped', () => {
    const tell = new InMemory({ layout, view: new DataView(new ArrayBuffer(4)), base: 0 });

    expect([tell.nothingDone(), tell.stopped({})]).toEqual([0, -85]);
  });
});
