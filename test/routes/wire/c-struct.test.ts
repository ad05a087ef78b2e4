import { describe, expect, it } from 'vitest';
import { cStruct, offsetsOf } from '../../../src/routes/wire/c-struct.js';
import { UINT16, UINT32, UINT64, UINT8 } from '../../../src/routes/wire/c-type.js';

const struct = cStruct([
  { name: 'domid', type: UINT16 },
  { name: 'level', type: UINT8, of: 'request' },
  { name: 'port', type: UINT32, of: 'response' },
  { name: 'pfn', type: UINT64, of: 'request', field: 'first_pfn' },
]);

describe('cStruct', () => {
  it('places members as C does', () => {
    expect(offsetsOf(struct)).toEqual({ domid: 0, level: 2, port: 4, pfn: 8 });
    expect(struct.bytes).toBe(16);
  });

  it('loads the fields of a request, by their own names', () => {
    const view = new DataView(new ArrayBuffer(20));
    view.setUint8(6, 9);
    view.setBigUint64(12, 0x1234n, true);

    expect(struct.load(view, 4)).toEqual({ level: 9, first_pfn: 0x1234n });
  });

  it('stores the fields of an answer that have a value, and nothing else', () => {
    const view = new DataView(new ArrayBuffer(16));
    view.setUint8(2, 9);

    struct.store(view, 0, { port: 7, level: 1 });
    struct.store(view, 0, {});

    expect([view.getUint8(2), view.getUint32(4, true)]).toEqual([9, 7]);
  });

  it('stores what is both asked and answered', () => {
    const both = cStruct([{ name: 'size', type: UINT16, of: 'both' }]);
    const view = new DataView(new ArrayBuffer(2));

    both.store(view, 0, { size: 7 });

    expect(both.load(view, 0)).toEqual({ size: 7 });
  });

  it('rewrites of a request the fields that are named', () => {
    const view = new DataView(new ArrayBuffer(16));

    struct.rewrite(view, 0, { level: 3, first_pfn: 5n }, ['first_pfn', 'other']);

    expect(struct.load(view, 0)).toEqual({ level: 0, first_pfn: 5n });
  });
});
