import { describe, expect, it } from 'vitest';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { hostWithRam } from '../../support/host.js';

const [SELF, ALL, OTHERS] = [1 << 18, 2 << 18, 3 << 18];
const [LOWEST, SMI, NMI, INIT, EXTINT] = [0x100, 0x200, 0x400, 0x500, 0x700];

/** Vcpu 0 of three sends a command to a destination. */
function sent(command: number, destination = 0, enabled = [0, 1, 2]) {
  const { d1 } = hostWithRam(4, { vcpus: 3 });
  const { apics } = d1.interrupts;
  for (const id of enabled) apics[id]?.write(APIC.SPURIOUS, 0x1ff);
  apics[0]?.write(APIC.DESTINATION, destination * 2 ** 24);
  apics[0]?.write(APIC.COMMAND, command);
  return {
    d1,
    requested: apics.map(({ requested }) => [...requested]),
    nmi: d1.vcpus.map(({ nmiPending }) => nmiPending),
    error: apics[0]?.read(APIC.ERROR),
  };
}

describe('an interrupt from one processor to others', () => {
  // prettier-ignore
  it.each([
    ['a destination', 0x61,          4,    [[], [], [0x61]]],
    ['all',           0x61 | ALL,    0,    [[0x61], [0x61], [0x61]]],
    ['all others',    0x61 | OTHERS, 0,    [[], [0x61], [0x61]]],
    ['itself',        0x61 | SELF,   0,    [[0x61], [], []]],
    ['the least busy', 0x61 | LOWEST, 0xff, [[], [0x61], []]],
  ])('reaches %s', (_, command, destination, requested) => {
    expect(sent(command, destination).requested).toEqual(requested);
  });

  it('reaches nobody that is disabled', () => {
    expect(sent(0x61, 4, [0]).requested[2]).toEqual([]);
  });

  it('is an NMI even for one that is disabled', () => {
    expect(sent(NMI | OTHERS, 0, [0]).nmi).toEqual([false, true, true]);
  });

  it.each([
    ['fixed', 5],
    ['lowest', LOWEST | 5],
  ])('cannot have the vector of an exception: %s', (_, command) => {
    expect(sent(command, 0xff)).toMatchObject({ error: 0x20, requested: [[], [], []] });
  });

  it.each([
    ['an SMI', SMI],
    ['an INIT', INIT],
  ])('is nothing as %s', (_, command) => {
    expect(sent(command | 0x61, 4).requested).toEqual([[], [], []]);
  });

  it('crashes the domain in a mode that Xen does not know', () => {
    expect(sent(EXTINT | 0x61, 4).d1.shutdown.reason).toBe(3);
  });
});
