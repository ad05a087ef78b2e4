import { describe, expect, it } from 'vitest';
import { BrokenSnapshot } from '../../../src/hypervisor/snapshot/field.js';
import {
  INTERRUPTS,
  restoreInterrupts,
  saveInterrupts,
} from '../../../src/hypervisor/snapshot/interrupt-state.js';
import { hostWithRam } from '../../support/host.js';
import { again } from '../../support/written.js';

const VECTOR_VIA = (2n << 56n) | 0x30n;

function busy() {
  const { d1 } = hostWithRam(1, { vcpus: 2 });
  const { interrupts } = d1;
  interrupts.lines.assertPin(3, 1);
  interrupts.lines.assertIsa(4);
  interrupts.lines.route(0, 5);
  interrupts.pics?.writePort(0x20, 0x11);
  interrupts.pics?.writePort(0xa1, 0x0f);
  interrupts.ioApic?.write(0, 0x11);
  interrupts.ioApic?.write(0x10, 0x10041);
  interrupts.apics[1]?.request(0x51, true);
  interrupts.setCallback(VECTOR_VIA, false);
  interrupts.remember({ addr: 0xfee0_0000n, data: 0x41 });
  return interrupts;
}

describe('interrupt hardware in a snapshot', () => {
  it('is as it was', () => {
    const interrupts = busy();
    const other = hostWithRam(1, { vcpus: 2 }).d1.interrupts;

    restoreInterrupts(other, again(INTERRUPTS, saveInterrupts(interrupts)), '');

    expect(saveInterrupts(other)).toEqual(saveInterrupts(interrupts));
    expect(other.callback.via).toEqual({ type: 'vector', vector: 0x30 });
    expect(other.lines.isPinAsserted(3, 1)).toBe(true);
    expect([other.msis, other.pics?.slave.masked]).toEqual([
      [{ addr: 0xfee0_0000n, data: 0x41 }],
      0x0f,
    ]);
  });

  it('is of that domain', () => {
    const saved = again(INTERRUPTS, saveInterrupts(busy()));
    const one = hostWithRam(1).d1.interrupts;
    const bare = hostWithRam(1, { vcpus: 2, emulation: 'lapic' }).d1.interrupts;

    expect(() => restoreInterrupts(one, saved, '/x')).toThrow(
      expect.objectContaining({ pointer: '/x/apics', message: 'must be 1, one for each vcpu' }),
    );
    const hardware = new BrokenSnapshot('/x', 'must be of the hardware that the domain has');
    expect(() => restoreInterrupts(bare, saved, '/x')).toThrow(hardware);
    const whole = hostWithRam(1, { vcpus: 2 }).d1.interrupts;
    for (const lacking of [{ ioApic: undefined }, { pics: undefined }])
      expect(() => restoreInterrupts(whole, { ...saved, ...lacking }, '/x')).toThrow(hardware);
  });

  it('is little where the domain has but local APICs', () => {
    const bare = () => hostWithRam(1, { emulation: 'lapic' }).d1.interrupts;
    const one = bare();
    one.apics[0]!.request(0x51, true);
    const other = bare();

    restoreInterrupts(other, again(INTERRUPTS, saveInterrupts(one)), '');

    expect(saveInterrupts(other)).toEqual(saveInterrupts(one));
  });
});
