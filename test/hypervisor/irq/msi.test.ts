import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../src/hypervisor/irq/msi.js';

describe('fieldsOf', () => {
  it('takes address and data apart', () => {
    expect(fieldsOf({ addr: 0xfee1_2004n, data: 0xc161 })).toEqual({
      vector: 0x61,
      delivery: 1,
      isLevel: true,
      destination: 0x12,
      isLogical: true,
      pirq: 0x12,
    });
  });

  it('looks at no other bit of the address', () => {
    const { pirq, ...fields } = fieldsOf({ addr: 0xffff_ffff_fff0_0ffbn, data: 0xffff_0068 });

    expect(fields).toEqual({
      vector: 0x68,
      delivery: 0,
      isLevel: false,
      destination: 0,
      isLogical: false,
    });
    expect(pirq).toBe(0xffff_ff00);
  });
});
