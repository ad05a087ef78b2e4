import { describe, expect, it } from 'vitest';
import { POINTS } from '../../../../console/explore-texts.js';
import {
  factsOf,
  rowsOf,
  stateInWords,
  type Replay,
} from '../../../../console/src/parts/sequence/rows.js';
import { TRACE_WORDS } from '../../../../console/trace-words.js';

const BEFORE = { owner: 1, entry_count: 1, types: { '0x100': 'ioreq_server' } };
const UNOWNED = { ...BEFORE, owner: null };
const PROGRAM = {
  actors: {
    dm: [{ op: 'hvmop/map_mem_type', args: { id: 1, flags: 0 } }],
    vcpu0: [{ guest: { kind: 'write', gpa: '0x100000', size: 4 } }],
  },
};
const REPLAY = {
  moves: [
    { actor: 'dm', point: 'hypercall', trace: [] },
    { actor: 'dm', point: 'p2m_ioreq_lock', trace: [], state: UNOWNED },
    {
      actor: 'vcpu0',
      point: 'guest',
      trace: [
        { step: 'ept_walk', level: 0 },
        { step: 'ept_violation', gpa: '0x100000', qualification: '0x18a' },
      ],
    },
    { actor: 'vcpu0', point: 'p2m_ioreq_lock', trace: [{ step: 'inject', vector: 13 }] },
  ],
} as unknown as Replay;

describe('rowsOf', () => {
  const rows = rowsOf(PROGRAM, BEFORE, REPLAY, { points: POINTS, trace: TRACE_WORDS });

  it('says of a first move what the step is, and of the others where they start', () => {
    expect(rows.map(({ actor, does }) => `${actor}: ${does}`)).toEqual([
      'dm: hvmop/map_mem_type id 1, flags 0',
      'dm: takes p2m_ioreq_lock, which guards the owner',
      'vcpu0: guest write gpa 0x100000, size 4',
      'vcpu0: takes p2m_ioreq_lock and asks for the owner: nobody',
    ]);
  });

  it('has exits and effects, and leaves the levels of a walk out', () => {
    expect(rows.map(({ met }) => met.map(({ kind }) => kind))).toEqual([
      [],
      ['effect'],
      ['exit'],
      ['bad'],
    ]);
    expect(rows[1]?.met[0]?.says).toBe('owner: server 1 → nobody');
  });

  it('keeps the state until a move changes it', () => {
    expect(rows.map(({ state }) => state.owner)).toEqual([1, null, null, null]);
    expect(rows.map(({ changed }) => [...changed])).toEqual([[], ['owner'], [], []]);
  });
});

describe('a state', () => {
  it('is said by name', () => {
    expect(stateInWords(BEFORE)).toBe('owner server 1, entries 1, 0x100 ioreq_server');
    expect(factsOf({ ...UNOWNED, shutdown: 'crash' }).at(-1)).toEqual(['shut down', 'crash']);
  });
});
