import { describe, expect, it } from 'vitest';
import { DM_OPERATIONS } from '../../../src/cli/replay-ept/dm-operations.js';
import { perform } from '../../../src/cli/replay-ept/operation.js';
import { RecordedWorld } from '../../../src/cli/replay-ept/recorded-world.js';
import type { Args } from '../../../src/cli/replay-ept/recording.js';
import { set, typeAt } from '../../support/p2m.js';

const CLAIM = { id: 0, hvmmem: 'HVMMEM_ioreq_server', flags: 2, opaque: 0, preempt: 0 };
const RETYPE = { first: '205', nr: 1, hvmmem: 'HVMMEM_ioreq_server', preempt: 0 };

/** A recorded world with 4 MiB of RAM, and its two hypercalls. */
function setup() {
  const world = new RecordedWorld({});
  set(world.p2m, 0, 10);
  const call = (name: string) => (args: Args) => perform(DM_OPERATIONS[name]!, world, args);
  return {
    world,
    mapMemType: call('dmop_map_mem_type_to_ioreq_server'),
    setMemType: call('dmop_set_mem_type'),
  };
}

describe('the recorded hypercalls of device models', () => {
  it('write back their own arguments when they are done, and when they are refused', () => {
    const { mapMemType, setMemType, world } = setup();

    expect(setMemType(RETYPE)).toEqual({ rc: -22, first: 0x205, nr: 1 });
    expect(mapMemType(CLAIM)).toEqual({ rc: 0, opaque: 0 });
    expect(mapMemType(CLAIM)).toEqual({ rc: -16, opaque: 0 });
    expect(mapMemType({ ...CLAIM, id: 3 })).toEqual({ rc: -2, opaque: 0 });
    expect(setMemType(RETYPE)).toEqual({ rc: 0, first: 0x205, nr: 1 });
    expect(typeAt(world.p2m, 0x205)).toBe('ioreq_server');
  });

  it('write back where they go on when they gave way', () => {
    const { mapMemType, setMemType } = setup();
    mapMemType(CLAIM);

    expect(setMemType({ ...RETYPE, nr: 300, preempt: 1 })).toEqual({
      rc: -85,
      first: 0x305,
      nr: 44,
    });
    expect(mapMemType({ ...CLAIM, flags: 0, preempt: 1 })).toEqual({ rc: -85, opaque: 256 });
  });
});
