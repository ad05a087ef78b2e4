/** The question of the thread as a request, and what it is answered. */

const WORLD = {
  domain: { memory_mib: 4 },
  profile: 'v6',
  knobs: { pause_on_map_mem_type: false },
  setup: [
    { op: 'hvmop/create_ioreq_server', args: { handle_bufioreq: 0 } },
    { op: 'hvmop/set_ioreq_server_state', args: { id: 1, enabled: 1 } },
    { op: 'hvmop/map_mem_type', args: { id: 1, type: 'ioreq_server', flags: ['write'] } },
    {
      op: 'hvmop/set_mem_type',
      args: { hvmmem_type: 'ioreq_server', first_pfn: '0x100', nr: 1 },
    },
  ],
  actors: {
    vcpu0: [{ guest: { kind: 'write', gpa: '0x100000', size: 4, data: '0x1' } }],
    dm: [{ op: 'hvmop/map_mem_type', args: { id: 1, type: 'ioreq_server', flags: 0 } }],
    answer: [{ dm: { server: 1, answer: 'next' } }],
  },
  invariants: ['no_violation_without_server'],
  observe: { types: ['0x100'] },
};

export const EXPLORE_EXAMPLE = { ...WORLD, max_schedules: 100_000 };

const REACHED = {
  results: {
    vcpu0: [{ outcome: 'completed', exits: [{ reason: 'EPT_MISCONFIG', gpa: '0x100000' }] }],
    dm: [{ rc: 0 }],
    answer: [{ outcome: 'blocked' }],
  },
  state: { entry_count: 0, owner: null, types: { '0x100': 'ram_rw' } },
  violated: [],
};

export const EXPLORED = {
  schedules: 105,
  truncated: false,
  outcomes: [
    {
      ...REACHED,
      count: 4,
      witness: [
        { actor: 'dm', point: 'hypercall' },
        { actor: 'dm', point: 'ioreq_server_lock' },
      ],
    },
  ],
};

export const REPLAY_EXAMPLE = {
  ...WORLD,
  schedule: [
    { actor: 'dm', point: 'hypercall' },
    { actor: 'dm', point: 'ioreq_server_lock' },
    { actor: 'dm', point: 'p2m_ioreq_lock' },
    { actor: 'vcpu0', point: 'guest' },
  ],
};

export const REPLAYED = {
  moves: [{ actor: 'dm', point: 'hypercall', trace: [] }],
  ...REACHED,
};
