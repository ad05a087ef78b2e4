import { describe, expect, it } from 'vitest';
import { HVM_OPS, hvmStruct } from '../../../src/cli/replay-xen/hvm-arguments.js';

describe('HVM_OPS', () => {
  // prettier-ignore
  it.each([
    ['HVMOP_set_param',                0,  16],
    ['HVMOP_get_param',                1,  16],
    ['HVMOP_pagetable_dying',          9,  16],
    ['HVMOP_xentrace',                 11, 32],
    ['HVMOP_get_mem_type',             15, 16],
    ['HVMOP_set_evtchn_upcall_vector', 23, 8],
    ['HVMOP_altp2m',                   25, 40],
  ])('%s has number %i and a struct of %i bytes', (name, number, bytes) => {
    const op = HVM_OPS[name]!;

    expect([op.number, hvmStruct(op, {}, 1).length]).toEqual([number, bytes]);
  });

  it('have their domain and their arguments where C has them', () => {
    const struct = hvmStruct(HVM_OPS['HVMOP_set_param']!, { index: 5, value: '0x938' }, 0x7ff0);

    expect([...struct]).toEqual([0xf0, 0x7f, 0, 0, 5, 0, 0, 0, 0x38, 9, 0, 0, 0, 0, 0, 0]);
  });
});
