import { describe, expect, it } from 'vitest';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { LocalApic } from '../../../src/hypervisor/irq/local-apic.js';
import { lowestPriority } from '../../../src/hypervisor/irq/lowest-priority.js';

const WIRING = {
  send: () => undefined,
  endOfLevel: () => undefined,
  enabled: () => undefined,
  lint0Changed: () => undefined,
};

/** Local APICs with these task priorities; undefined: disabled. */
const apics = (...priorities: (number | undefined)[]) =>
  priorities.map((priority, id) => {
    const apic = new LocalApic(id, WIRING);
    if (priority !== undefined) apic.write(APIC.SPURIOUS, 0x1ff);
    apic.write(APIC.TASK_PRIORITY, priority ?? 0);
    return apic;
  });

const ANY = () => true;

describe('lowestPriority', () => {
  // prettier-ignore
  it.each([
    [[0, 0, 0],                 0, 1],
    [[0, 0, 0],                 2, 0],
    [[0x10, 0x20, 0],           2, 2],
    [[0x20, undefined, 0x20],   0, 2],
    [[undefined, undefined],    0, undefined],
    [[],                        0, undefined],
  ])('of priorities %j, after %i, is that of vcpu %s', (priorities, last, chosen) => {
    expect(lowestPriority(apics(...priorities), last, ANY)?.vcpuId).toBe(chosen);
  });

  it('is one of those that are meant', () => {
    expect(lowestPriority(apics(0, 0, 0), 0, ({ vcpuId }) => vcpuId === 0)?.vcpuId).toBe(0);
  });
});
