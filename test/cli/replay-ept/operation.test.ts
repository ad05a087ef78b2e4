import { describe, expect, it } from 'vitest';
import { perform, rcOf, type Operation } from '../../../src/cli/replay-ept/operation.js';
import { RecordedWorld } from '../../../src/cli/replay-ept/recorded-world.js';
import { XenError } from '../../../src/hypervisor/abi/errno.js';

const world = new RecordedWorld({});
const answer = (operation: Operation) => perform(operation, world, {});

describe('perform', () => {
  it('answers the return code, 0 where there is none, and whatever else is recorded', () => {
    expect(answer(() => 1)).toEqual({ rc: 1 });
    expect(answer(() => undefined)).toEqual({ rc: 0 });
    expect(answer(() => ({ rc: 0, xacc: 7 }))).toEqual({ rc: 0, xacc: 7 });
  });

  it('answers minus the errno that was thrown', () => {
    const refuse = () => {
      throw new XenError('EBUSY', 'gfn 0x5 is in use');
    };

    expect(answer(refuse)).toEqual({ rc: -16 });
  });
});

describe('rcOf', () => {
  it('throws on what Xen would not return', () => {
    expect(() => rcOf(new TypeError('of ours'))).toThrow(TypeError);
  });
});
