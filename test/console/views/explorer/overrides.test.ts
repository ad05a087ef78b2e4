import { describe, expect, it } from 'vitest';
import { overridesIn, queryOf, turned } from '../../../../console/src/views/explorer/overrides.js';

describe('overrides', () => {
  it('are read from the address and written to it', () => {
    const query = {
      profile: 'v6',
      knobs: 'pause_on_map_mem_type=false,null_owner=retry,dm_ops=20',
    };

    const overrides = overridesIn(query);

    expect(overrides).toEqual({
      profile: 'v6',
      knobs: { pause_on_map_mem_type: false, null_owner: 'retry', dm_ops: 20 },
    });
    expect(queryOf(overrides)).toEqual(query);
  });

  it('are none where the address says none', () => {
    expect(queryOf(overridesIn({ example: 'a', knobs: 'broken' }))).toEqual({});
  });

  it('turn single knobs of a program and leave the others', () => {
    const program = { actors: {}, profile: '4.9', knobs: { null_owner: 'retry' } };

    expect(turned(program, { profile: undefined, knobs: { dm_ops: 15 } })).toEqual({
      actors: {},
      profile: '4.9',
      knobs: { null_owner: 'retry', dm_ops: 15 },
    });
    expect(turned(program, { profile: 'v6', knobs: {} })).toEqual({ ...program, profile: 'v6' });
  });
});
