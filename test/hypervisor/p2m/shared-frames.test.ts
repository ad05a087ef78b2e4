import { describe, expect, it } from 'vitest';
import { MachineMemory } from '../../../src/hypervisor/machine-memory.js';
import { SharedFrames } from '../../../src/hypervisor/p2m/shared-frames.js';
import { errno } from '../../support/host.js';

function setup() {
  const machine = new MachineMemory({ ranges: [[0, 99]], firstFree: 0, backedPages: 9 });
  return { machine, shared: new SharedFrames(machine, 4) };
}

describe('SharedFrames', () => {
  it('has a frame for the shared info, and one for each frame of the grant table', () => {
    const { shared } = setup();
    const { sharedInfo } = shared;

    expect(shared.sharedInfo).toBe(sharedInfo);
    expect(shared.grantFrame(0)).not.toBe(sharedInfo);
    expect(shared.grantFrame(3)).not.toBe(shared.grantFrame(0));
    expect(shared.grantFrame(2 ** 33)).toBe(shared.grantFrame(0));
    expect([shared.has(sharedInfo), shared.has(99)]).toEqual([true, false]);
  });

  it.each([4, 0x8000_0000])('refuses grant frame %d of four', (index) => {
    expect(() => setup().shared.grantFrame(index)).toThrow(
      errno('EINVAL', `no frame 0x${index.toString(16)}`),
    );
  });

  it('remembers where each was put last', () => {
    const { shared } = setup();
    const mfn = shared.sharedInfo;
    expect(shared.gfnOf(mfn)).toBeUndefined();

    shared.put(mfn, 5);
    shared.put(mfn, 7);

    expect(shared.gfnOf(mfn)).toBe(7);
  });

  it('gives its frames back', () => {
    const { shared, machine } = setup();
    const mfn = shared.grantFrame(1);

    shared.destroy();

    expect([machine.isAllocated(mfn), shared.has(mfn)]).toEqual([false, false]);
  });

  it('is the same again from what it saves', () => {
    const { machine, shared } = setup();
    const [info, grant] = [shared.sharedInfo, shared.grantFrame(2)];
    shared.put(grant, 8);
    shared.put(info, 7);
    const other = new SharedFrames(machine, 4);

    other.restore(shared.save());

    expect([other.sharedInfo, other.grantFrame(2)]).toEqual([info, grant]);
    expect(other.save().gfns).toEqual([
      [info, 7],
      [grant, 8],
    ]);
  });

  it('has no page of shared info before it was asked for, restored or not', () => {
    const { machine, shared } = setup();
    shared.grantFrame(2);
    const other = new SharedFrames(machine, 4);

    other.restore(shared.save());

    expect([shared.sharedInfoIfAny, other.sharedInfoIfAny]).toEqual([undefined, undefined]);
    const { sharedInfo } = other;
    expect([sharedInfo, other.sharedInfoIfAny]).toEqual([1, 1]);
  });

  it('keeps its frames where those of the domain are kept', () => {
    const { machine } = setup();
    const kept: number[] = [];
    const storage = {
      allocate: (mfn: number) => {
        kept.push(mfn);
        return new Uint8Array(4096);
      },
      release: () => undefined,
      close: () => undefined,
    };
    const { sharedInfo } = new SharedFrames(machine, 4, storage);

    machine.writablePage(sharedInfo);

    expect(kept).toEqual([sharedInfo]);
  });
});
