import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/routes/wire/c-type.js';
import { ioRange } from '../../../src/routes/definition/io-range.js';

describe('ioRange', () => {
  it('lies in memory as xen_dm_op_ioreq_server_range', () => {
    const members = Object.entries(ioRange.fields).map(([name, { c }]) => [name, c!] as const);

    expect(layOut(members)).toEqual({
      offsets: { id: 0, pad: 2, type: 4, start: 8, end: 16 },
      bytes: 24,
    });
  });
});
