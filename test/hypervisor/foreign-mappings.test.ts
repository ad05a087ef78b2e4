import { describe, expect, it } from 'vitest';
import { ForeignMappings } from '../../src/hypervisor/foreign-mappings.js';
import { MachineMemory } from '../../src/hypervisor/machine-memory.js';

function setup() {
  const machine = new MachineMemory({ ranges: [[0, 99]], firstFree: 10, backedPages: 10 });
  const first = machine.allocate(4, 0);
  return { machine, first, mappings: new ForeignMappings(machine) };
}

describe('ForeignMappings', () => {
  it('hold their frames until they are let go of', () => {
    const { machine, first, mappings } = setup();
    expect(mappings.isEmpty).toBe(true);
    const id = mappings.add({ by: 0, frames: [first, first + 1], areOwn: true });
    expect([mappings.isEmpty, mappings.find(id)?.by, mappings.find(id + 1)]).toEqual([
      false,
      0,
      undefined,
    ]);
    machine.free(first, 4);
    expect([machine.isAllocated(first), machine.isAllocated(first + 2)]).toEqual([true, false]);

    expect([mappings.remove(id), mappings.remove(id)]).toEqual([true, false]);
    expect([machine.isAllocated(first), mappings.isEmpty]).toEqual([false, true]);
  });

  it("count the domain's own frames, each once", () => {
    const { first, mappings } = setup();
    mappings.add({ by: 0, frames: [first, first + 1], areOwn: true });
    mappings.add({ by: 2, frames: [first], areOwn: true });
    mappings.add({ by: 2, frames: [first + 3], areOwn: false });
    expect(mappings.ownPages).toBe(2);

    mappings.removeAllBy(2);
    expect([...mappings.all.keys()]).toEqual([1]);
  });

  it('are written down and put back', () => {
    const { machine, first, mappings } = setup();
    mappings.add({ by: 0, frames: [first], areOwn: true });
    const other = new ForeignMappings(machine);
    other.restore(mappings.save());

    expect(mappings.save()).toEqual({
      last: 1,
      mappings: [{ id: 1, by: 0, frames: [first], areOwn: true }],
    });
    expect(other.save()).toEqual(mappings.save());
    expect(other.add({ by: 0, frames: [], areOwn: true })).toBe(2);
  });
});
