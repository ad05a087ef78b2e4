import { describe, expect, it } from 'vitest';
import { MachineMemory } from '../../../src/hypervisor/machine-memory.js';
import { MACHINE } from '../../../src/hypervisor/snapshot/machine-state.js';
import { again, written } from '../../support/written.js';

const LIMITS = { ranges: [[0, 0xff]], firstFree: 0x10, backedPages: 8 } as const;

describe('MACHINE', () => {
  it('is which frames are free or held, and what is in them', () => {
    const machine = new MachineMemory(LIMITS);
    const mfn = machine.allocate(4, 0);
    machine.writablePage(mfn + 1)[5] = 7;
    machine.writablePage(mfn);
    machine.hold(mfn + 1);
    machine.free(mfn + 1, 1);
    const copy = new MachineMemory(LIMITS);

    const saved = again(MACHINE, machine.save());
    copy.restore(saved);
    for (const [frame, page] of saved.pages) copy.writablePage(frame).set(page);

    expect(copy.save()).toEqual(machine.save());
    expect(copy.isDoomed(mfn + 1)).toBe(true);
    expect(copy.allocate(1, 0)).toBe(machine.allocate(1, 0));
  });

  it('tells a page of zeros from one that nobody has written', () => {
    const machine = new MachineMemory(LIMITS);
    machine.writablePage(machine.allocate(1, 0));

    expect(written(MACHINE, machine.save())).toMatchObject({ pages: [{ mfn: '0x10', data: [] }] });
  });
});
