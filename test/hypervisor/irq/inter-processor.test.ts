import { describe, expect, it } from 'vitest';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { hostWithRam } from '../../support/host.js';

const [SELF, ALL, OTHERS] = [1 << 18, 2 << 18, 3 << 18];
const [LOWEST, SMI, REMOTE_READ] = [0x100, 0x200, 0x300];
const [NMI, INIT, STARTUP, EXTINT] = [0x400, 0x500, 0x600, 0x700];
const LOGICAL = 0x800;

/** Vcpu 0 of three sends a command to a destination. */
function sent(command: number, destination = 0, enabled = [0, 1, 2]) {
  const { d1, events } = hostWithRam(4, { vcpus: 3 });
  const { apics } = d1.interrupts;
  for (const id of enabled) apics[id]?.write(APIC.SPURIOUS, 0x1ff);
  for (const { vcpuId } of apics) apics[vcpuId]?.write(APIC.LOGICAL, 2 ** (24 + vcpuId));
  apics[0]?.write(APIC.DESTINATION, destination * 2 ** 24);
  apics[0]?.write(APIC.COMMAND, command);
  return {
    d1,
    events,
    requested: apics.map(({ requested }) => [...requested]),
    levels: apics.flatMap(({ level }) => [...level]),
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
    ['nobody by a destination that none has', 0x61 | LOWEST, 5, [[], [], []]],
    ['logical destinations', 0x61 | LOGICAL, 5, [[0x61], [], [0x61]]],
    ['them with the first vector that may be', 0x10, 4, [[], [], [0x10]]],
  ])('reaches %s', (_, command, destination, requested) => {
    expect(sent(command, destination)).toMatchObject({ requested, levels: [] });
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
    ['a remote read', REMOTE_READ],
    ['an INIT', INIT],
    ['a start-up', STARTUP],
  ])('is nothing as %s', (_, command) => {
    const { requested, d1 } = sent(command | 0x61, 4);

    expect([requested, d1.shutdown.reason]).toEqual([[[], [], []], undefined]);
  });

  it('crashes the domain in a mode that Xen does not know', () => {
    const { d1, events } = sent(EXTINT | 0x61, 4);

    expect(d1.shutdown.reason).toBe(3);
    expect(events).toContainEqual(
      expect.objectContaining({ why: 'vcpu 2 was sent an interrupt of mode 7' }),
    );
  });
});
