import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../../src/hypervisor/abi/p2m-type.js';
import {
  getMemType,
  HVMMEM,
  setMemType,
  setMemTypeAtOnce,
  type HvmMemType,
  type SetMemType,
} from '../../../src/hypervisor/hvm/mem-type.js';
import type { P2m } from '../../../src/hypervisor/p2m/p2m.js';
import { changeEntryTypeGlobal } from '../../../src/hypervisor/p2m/type-change.js';
import { Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno } from '../../support/host.js';
import { mapWithRam, newP2m, set, typeAt } from '../../support/p2m.js';

const WRITE = 0b10;

/** Xen 4.17: a claim is required, and ioreq_server is made from ram_rw alone. */
const TODAY = {
  claim_required: true,
  ioreq_server_from: 'ram_rw',
  non_hap_errno: 'EOPNOTSUPP',
} as const;
const XEN_48 = {
  claim_required: false,
  ioreq_server_from: 'any_ram',
  non_hap_errno: 'EINVAL',
} as const;

interface Circumstances {
  readonly hap?: boolean;
  readonly knobs?: typeof TODAY | typeof XEN_48;
  readonly preempted?: boolean;
}

const call = (
  p2m: P2m,
  request: SetMemType,
  { hap = true, knobs = TODAY, preempted = false }: Circumstances = {},
) => runTask(setMemType({ hap, p2m, profile: { knobs } }, request), () => preempted);

const change = (p2m: P2m, firstGfn: number, nr: number, type: HvmMemType, how?: Circumstances) =>
  call(p2m, { firstGfn, nr, memType: HVMMEM[type] }, how);

const claimedRam = (order = 9) => {
  const world = mapWithRam(order);
  world.p2m.claim.claim(0, WRITE);
  return world;
};

describe('HVMMEM', () => {
  it('has the numbers of xen/include/public/hvm/hvm_op.h', () => {
    expect(HVMMEM).toEqual({ ram_rw: 0, ram_ro: 1, mmio_dm: 2, unused: 3, ioreq_server: 4 });
  });
});

describe('setMemType', () => {
  it('changes every page of the run and no other, each to the default access', () => {
    const { p2m } = claimedRam();
    p2m.setPage(5, 0x10_0005, P2MT.ram_rw, P2MA.r);

    expect(change(p2m, 5, 2, 'ioreq_server')).toBeUndefined();

    expect([4, 5, 6, 7].map((gfn) => typeAt(p2m, gfn))).toEqual([
      'ram_rw',
      'ioreq_server',
      'ioreq_server',
      'ram_rw',
    ]);
    expect(p2m.query(5)).toMatchObject({ access: P2MA.rwx, mfn: 0x10_0005 });
    expect(p2m.entryCount).toBe(2);
  });

  it('goes on after 256 pages where nobody else wants the CPU', () => {
    const { p2m } = claimedRam(10);

    expect(change(p2m, 5, 700, 'ram_ro')).toBeUndefined();

    expect([4, 5, 260, 261, 704, 705].map((gfn) => typeAt(p2m, gfn))).toEqual([
      'ram_rw',
      'ram_ro',
      'ram_ro',
      'ram_ro',
      'ram_ro',
      'ram_rw',
    ]);
  });

  it('changes the last page of the map', () => {
    const { p2m } = mapWithRam(9);

    change(p2m, 0x1ff, 1, 'ram_ro');

    expect(typeAt(p2m, 0x1ff)).toBe('ram_ro');
  });

  it('flushes once for each page', () => {
    const { p2m } = claimedRam();

    change(p2m, 0, 256, 'ioreq_server');

    expect(p2m.tables.flushes).toBe(256);
  });

  it('populates what is not there yet', () => {
    const { p2m } = newP2m();
    p2m.pod.mark(0, 9);
    p2m.pod.fill(512);

    change(p2m, 5, 1, 'ram_ro');

    expect([typeAt(p2m, 5), typeAt(p2m, 6)]).toEqual(['ram_ro', 'ram_rw']);
  });

  it('takes RAM away one way: mmio_dm keeps its frame and never becomes RAM again', () => {
    const { p2m } = mapWithRam(9);

    change(p2m, 5, 1, 'mmio_dm');

    expect(p2m.query(5)).toMatchObject({ type: P2MT.mmio_dm, mfn: 0x10_0005 });
    expect(() => change(p2m, 5, 1, 'ram_rw')).toThrow(
      errno('EINVAL', 'gfn 0x5 may not go from mmio_dm to ram_rw'),
    );
    expect(() => change(p2m, 5, 1, 'mmio_dm')).not.toThrow();
  });

  it('lets ioreq_server pages back to ram_rw without a claim or HAP', () => {
    const { p2m } = claimedRam();
    change(p2m, 5, 1, 'ioreq_server');
    p2m.claim.disclaim(0);

    change(p2m, 5, 1, 'ram_rw', { hap: false });

    expect([typeAt(p2m, 5), p2m.entryCount]).toEqual(['ram_rw', 0]);
  });
});

// prettier-ignore
const TRANSITIONS = [
  // page           ram_rw     ram_ro     mmio_dm    ioreq_server  ioreq_server in 4.8
  ['ram_rw',        '',        '',        '',        '',           ''],
  ['ram_logdirty',  '',        '',        '',        'EINVAL',     ''],
  ['ram_ro',        '',        '',        '',        'EINVAL',     ''],
  ['mmio_dm',       'EINVAL',  'EINVAL',  '',        'EINVAL',     'EINVAL'],
  ['mmio_direct',   'EINVAL',  'EINVAL',  'EINVAL',  'EINVAL',     'EINVAL'],
  ['grant_map_rw',  'EINVAL',  'EINVAL',  'EINVAL',  'EINVAL',     'EINVAL'],
  ['grant_map_ro',  'EINVAL',  'EINVAL',  'EINVAL',  'EINVAL',     'EINVAL'],
  ['map_foreign',   'EINVAL',  'EINVAL',  'EINVAL',  'EINVAL',     'EINVAL'],
  ['ram_broken',    'EINVAL',  'EINVAL',  'EINVAL',  'EINVAL',     'EINVAL'],
  ['ram_shared',    'EAGAIN',  'EAGAIN',  'EAGAIN',  'EAGAIN',     'EAGAIN'],
  ['ioreq_server',  '',        'EINVAL',  'EINVAL',  'EINVAL',     'EINVAL'],
] as const;

describe('what may become what', () => {
  it.each(TRANSITIONS)(
    '%s to ram_rw, ram_ro, mmio_dm, ioreq_server now and in 4.8: %j',
    (type, ...expected) => {
      const attempts = [
        ['ram_rw', TODAY],
        ['ram_ro', TODAY],
        ['mmio_dm', TODAY],
        ['ioreq_server', TODAY],
        ['ioreq_server', XEN_48],
      ] as const;

      for (const first of [true, false]) {
        const answers = attempts.map(([to, knobs]) => {
          const { p2m } = claimedRam();
          set(p2m, 5, 0, { type, mfn: 0x80_0005 });
          return answerOf(() => change(p2m, first ? 5 : 0, 6, to, { knobs }));
        });
        expect(answers).toEqual(expected);
      }
    },
  );

  it.each(['ram_paging_out', 'ram_paged', 'ram_paging_in'] as const)(
    'nothing, but later, of a page that is %s',
    (type) => {
      const { p2m } = claimedRam();
      set(p2m, 5, 0, { type });

      for (const to of ['ram_rw', 'mmio_dm', 'ioreq_server'] as const)
        expect(() => change(p2m, 5, 1, to)).toThrow(errno('EAGAIN', `gfn 0x5 is ${type}`));
    },
  );

  it('nothing of broken memory, which crashes the domain', () => {
    const { p2m, crashes } = mapWithRam(9);
    set(p2m, 5, 0, { type: 'ram_broken' });

    expect(answerOf(() => change(p2m, 5, 1, 'ram_rw'))).toBe('EINVAL');
    expect(crashes).toHaveLength(1);
  });
});

/** The errno of a refusal, or nothing. */
function answerOf(attempt: () => unknown): string {
  try {
    attempt();
    return '';
  } catch (error) {
    return (error as { errno: string }).errno;
  }
}

describe('setMemType answers', () => {
  // prettier-ignore
  it.each([
    // first   nr  why
    [0,        0,  'an empty run'],
    [0x200,    0,  'an empty run beyond the end'],
    [0x1ff,    2,  'a run past the highest mapped gfn'],
    [0x200,    1,  'one that begins there'],
    [2 ** 40,  1,  'one far beyond'],
  ])('EINVAL for gfn %i, %i pages: %s', (firstGfn, nr, _) => {
    const { p2m } = claimedRam();

    expect(() => change(p2m, firstGfn, nr, 'ioreq_server')).toThrow(
      errno('EINVAL', `${nr} pages from gfn`),
    );
  });

  it.each([3, 5, 0xffff])('EINVAL for memory type %i', (memType) => {
    const { p2m } = mapWithRam(9);

    expect(() => call(p2m, { firstGfn: 5, nr: 1, memType })).toThrow(
      errno('EINVAL', `${memType} is no memory type`),
    );
  });

  it('EOPNOTSUPP for ioreq_server without HAP, before EINVAL for want of a claim', () => {
    const { p2m } = mapWithRam(9);

    expect(() => change(p2m, 5, 1, 'ioreq_server', { hap: false })).toThrow(
      errno('EOPNOTSUPP', 'not HAP'),
    );
    expect(() => change(p2m, 5, 1, 'ioreq_server')).toThrow(
      errno('EINVAL', 'no ioreq server has claimed'),
    );
    expect(() => change(p2m, 0x500, 1, 'ioreq_server', { hap: false })).toThrow(errno('EINVAL'));
  });

  it('nothing of the kind before Xen 4.9', () => {
    const { p2m } = mapWithRam(9);

    change(p2m, 5, 1, 'ioreq_server', { hap: false, knobs: XEN_48 });

    expect(typeAt(p2m, 5)).toBe('ioreq_server');
  });

  it('ENOMEM where a superpage cannot be split', () => {
    const { p2m } = mapWithRam(9);
    p2m.tables.pool.available = 0;

    expect(() => change(p2m, 5, 1, 'ram_ro')).toThrow(errno('ENOMEM'));
  });

  it('and keeps the pages that it changed before the one that refused', () => {
    const { p2m } = claimedRam();
    set(p2m, 7, 0, { type: 'ram_ro' });

    expect(() => change(p2m, 5, 4, 'ioreq_server')).toThrow(errno('EINVAL'));

    expect([5, 6, 7, 8].map((gfn) => typeAt(p2m, gfn))).toEqual([
      'ioreq_server',
      'ioreq_server',
      'ram_ro',
      'ram_rw',
    ]);
  });
});

describe('setMemType when somebody else should have the CPU', () => {
  it('gives way after 256 pages, with what is left to do', () => {
    const { p2m } = claimedRam(10);

    const restart = change(p2m, 5, 700, 'ioreq_server', { preempted: true });

    expect(restart).toEqual(
      new Restart({ firstGfn: 5 + 256, nr: 700 - 256, memType: HVMMEM.ioreq_server }),
    );
    expect(p2m.entryCount).toBe(256);
  });

  it('is done in as many calls as it takes, and does not give way after the last page', () => {
    const { p2m } = claimedRam(10);
    let request: SetMemType | undefined = { firstGfn: 0, nr: 512, memType: HVMMEM.ioreq_server };
    let calls = 0;

    for (; request !== undefined; calls++) request = call(p2m, request, { preempted: true })?.args;

    expect([calls, p2m.entryCount]).toEqual([2, 512]);
  });
});

describe('setMemTypeAtOnce', () => {
  const REQUESTS: SetMemType[] = [
    { firstGfn: 5, nr: 1, memType: HVMMEM.ioreq_server },
    { firstGfn: 0, nr: 256, memType: HVMMEM.ram_ro },
    { firstGfn: 500, nr: 13, memType: HVMMEM.ram_ro },
    { firstGfn: 5, nr: 0, memType: HVMMEM.ram_ro },
    { firstGfn: 6, nr: 3, memType: HVMMEM.ioreq_server },
    { firstGfn: 6, nr: 3, memType: 9 },
  ];

  it.each(REQUESTS)(
    'does with $nr pages from $firstGfn to $memType what the task does',
    (request) => {
      const outcomes = [
        setMemTypeAtOnce,
        (...call: Parameters<typeof setMemType>) => runTask(setMemType(...call)),
      ].map((act) => {
        const { p2m } = claimedRam();
        p2m.setPage(8, 0x10_0008, P2MT.ram_ro, P2MA.rwx);
        let error: unknown;
        try {
          act({ hap: true, p2m, profile: { knobs: TODAY } }, request);
        } catch (refusal) {
          error = refusal;
        }
        const types = Array.from({ length: 512 }, (_, gfn) => typeAt(p2m, gfn));
        return { error, types, flushes: p2m.tables.flushes, entries: p2m.entryCount };
      });

      expect(outcomes[0]).toEqual(outcomes[1]);
    },
  );

  it('leaves to the task what is more than one batch', () => {
    const { p2m } = claimedRam();
    const subject = { hap: true, p2m, profile: { knobs: TODAY } };
    const request = { firstGfn: 0, nr: 256, memType: HVMMEM.ram_ro };

    expect(setMemTypeAtOnce(subject, { ...request, nr: 257 })).toBe(false);
    expect(typeAt(p2m, 0)).toBe('ram_rw');
    expect(setMemTypeAtOnce(subject, request)).toBe(true);
    expect([typeAt(p2m, 255), typeAt(p2m, 256)]).toEqual(['ram_ro', 'ram_rw']);
  });
});

describe('getMemType', () => {
  // prettier-ignore
  it.each([
    // page                 reported
    ['ram_rw',              'ram_rw'],
    ['ram_logdirty',        'ram_ro'],
    ['ram_ro',              'ram_ro'],
    ['mmio_dm',             'mmio_dm'],
    ['mmio_direct',         'mmio_dm'],
    ['populate_on_demand',  'ram_rw'],
    ['grant_map_rw',        'ram_rw'],
    ['grant_map_ro',        'ram_ro'],
    ['ram_paging_out',      'ram_rw'],
    ['ram_paged',           'ram_rw'],
    ['ram_paging_in',       'ram_rw'],
    ['ram_shared',          'ram_ro'],
    ['ram_broken',          'mmio_dm'],
    ['map_foreign',         'mmio_dm'],
    ['ioreq_server',        'ioreq_server'],
  ] as const satisfies readonly (readonly [P2mTypeName, HvmMemType])[])('reports %s as %s', (type, reported) => {
    const { p2m } = newP2m();
    set(p2m, 5, 0, { type, mfn: 0x80_0005 });

    expect(getMemType(p2m, 5)).toBe(HVMMEM[reported]);
  });

  it.each([6, 0x500, 2 ** 40 - 1])('reports gfn %i, where nothing is mapped, as mmio_dm', (gfn) => {
    const { p2m } = newP2m();
    set(p2m, 5, 0);

    expect(getMemType(p2m, gfn)).toBe(HVMMEM.mmio_dm);
  });

  it('reports a pending change as done', () => {
    const { p2m } = claimedRam();
    change(p2m, 5, 1, 'ioreq_server');
    p2m.claim.disclaim(0);

    changeEntryTypeGlobal(p2m, P2MT.ioreq_server, P2MT.ram_rw);

    expect(getMemType(p2m, 5)).toBe(HVMMEM.ram_rw);
    expect(p2m.entryCount).toBe(1);
  });
});
