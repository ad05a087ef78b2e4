import { expect, it } from 'vitest';
import { registersOf } from '../../../src/cli/replay-xen/layout.js';
import { guestStep } from '../../support/replay.js';

it('has the recorded registers, and those that every snippet finds', () => {
  const regs = registersOf(guestStep());

  expect(regs).toMatchObject({
    rax: '0x1122334455667788',
    rip: '0x12000',
    mm0: '0xc7c6c5c4c3c2c1c0',
    xmm0: '0xcfcecdcccbcac9c8c7c6c5c4c3c2c1c0',
    idt_limit: '0x1ff',
  });
  expect(registersOf(guestStep({ scenario: 'sf_inject' })).idt_limit).toBe('0xfff');
});
