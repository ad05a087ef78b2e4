import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { handleViolation } from '../../../src/hypervisor/access/ept-violation.js';
import { FUTILE, RESUME } from '../../../src/hypervisor/access/resolution.js';
import { enableLogDirty } from '../../../src/hypervisor/p2m/dirty-tracking.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import {
  exitsOf,
  guestWithClaim,
  guestWithRam,
  HOLE,
  preparedAccess,
  stepsOf,
} from '../../support/guest.js';

describe('handleViolation', () => {
  it('goes to a device of Xen before it looks at the p2m', () => {
    const access = guestWithRam().guest({ kind: 'read', gpa: 0xfee0_0030, size: 4 });

    expect(stepsOf(access).slice(-3)).toEqual([
      'ept_violation',
      'internal-mmio',
      'internal_device',
    ]);
    expect(access.data).toBe(0x5_0014n);
  });

  it('injects #GP for an instruction fetch from a device of Xen', () => {
    expect(guestWithRam().guest({ kind: 'exec', gpa: 0xfee0_0000, size: 1 })).toMatchObject({
      outcome: 'injected',
      exception: { vector: 13, error: 0 },
    });
  });

  it('remembers the page that faulted where hardware told its linear address', () => {
    const { guest } = guestWithClaim();

    expect(guest({ kind: 'write', gpa: 0x3008, gla: 0x7008 }).latched).toEqual({
      page: 0x7000,
      gfn: 3,
      read: true,
      write: true,
    });
    const blind = guestWithClaim().guest({ kind: 'write', gpa: 0x3008, gla: null });
    expect(blind.latched).toMatchObject({ page: 0x3000 });
  });

  it.each([
    ['of the final address', 0x1aa, { page: 0x7000, gfn: 3, read: true, write: true }],
    ['in a paging structure', 0xaa, undefined],
    ['without a linear address', 0x2a, undefined],
  ])('of a violation %s remembers %o', (_, qualification, latched) => {
    const access = preparedAccess(guestWithRam());
    const where = { gpa: 0x3008, gla: 0x7008, qualification };
    runTask(handleViolation(access, { kind: 'EPT_VIOLATION', ...where }));

    expect(access.latched).toEqual(latched);
  });

  it('populates before it judges, and crashes where there is no memory', () => {
    const { d1, guest } = guestWithRam();
    d1.p2m.pod.mark(0x200, 0);
    d1.p2m.pod.mark(0x201, 0);
    d1.p2m.pod.fill(1);

    expect(stepsOf(guest({ kind: 'read', gpa: 0x20_0000 }))).toContain('populate');
    const crashed = guest({ kind: 'read', gpa: 0x20_1000 });
    expect(crashed.outcome).toBe('domain_crash');
    expect(stepsOf(crashed).slice(-2)).toEqual(['populate', 'domain_crash']);
  });

  it('does the same with nobody recording', () => {
    const { d1 } = guestWithRam();
    d1.p2m.pod.mark(0x200, 0);
    d1.p2m.pod.fill(1);
    const read = (gpa: number) => startAccess(d1, { vcpu: 0, kind: 'read', gpa, size: 4 });

    expect(read(0xfee0_0030).data).toBe(0x5_0014n);
    expect(read(0x20_0000).data).toBe(0n);
    expect(read(HOLE).data).toBe(0xffff_ffffn);
  });

  it('crashes where a rule says so, and says why', () => {
    const { guest, retype, events } = guestWithRam();
    retype(3, 'grant_map_rw', 'rw');
    guest({ kind: 'exec', gpa: 0x3000, size: 1 });

    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'crash',
        why: expect.stringContaining('gpa 0x3000') as string,
      }),
    );
  });

  it('shatters a superpage', () => {
    const ept = { adBits: true, execSuperpages: false, superpages2m: true, superpages1g: true };
    const { d1, guest } = guestWithRam({ memory: [{ firstGfn: 0, nr: 512 }] }, { ept });

    expect(guest({ kind: 'exec', gpa: 0x3000, size: 1 }).outcome).toBe('completed');
    expect([d1.p2m.query(3).order, d1.p2m.query(0x100).order]).toEqual([0, 0]);
  });

  it('crashes where a superpage cannot be shattered', () => {
    const ept = { adBits: true, execSuperpages: false, superpages2m: true, superpages1g: true };
    const { d1, guest, events } = guestWithRam({ memory: [{ firstGfn: 0, nr: 512 }] }, { ept });
    d1.p2m.trySetPage = () => -12;

    expect(guest({ kind: 'exec', gpa: 0x3000, size: 1 }).outcome).toBe('domain_crash');
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'crash', why: 'gfn 0x3 could not be shattered' }),
    );
  });

  it.each([true, false])('emulates with hold_gfn_lock_over_mmio %s', (hold_gfn_lock_over_mmio) => {
    const { guest } = guestWithRam({ knobs: { hold_gfn_lock_over_mmio } });

    expect(guest({ kind: 'read', gpa: HOLE, size: 1 })).toMatchObject({ data: 0xffn });
  });

  it('marks a first write, and lifts a restriction', () => {
    const { d1, guest, retype } = guestWithRam();
    enableLogDirty(d1.p2m, true);
    expect(exitsOf(guest({ kind: 'write', gpa: 0x3000 }))).toHaveLength(2);

    retype(4, 'ram_rw', 'r');
    expect(guest({ kind: 'write', gpa: 0x4000 }).outcome).toBe('completed');
  });

  it.each([
    ['ram_logdirty', RESUME],
    ['ram_rw', FUTILE],
  ] as const)(
    'has the guest go on after a write to %s, and knows whether it helps',
    (type, way) => {
      const world = guestWithRam();
      world.retype(3, type);
      const access = preparedAccess(world, { kind: 'write', gpa: 0x3000 });
      const stop = {
        kind: 'EPT_VIOLATION',
        gpa: 0x3000,
        gla: 0x3000,
        qualification: 0x1aa,
      } as const;

      expect(runTask(handleViolation(access, stop))).toBe(way);
      expect(world.d1.p2m.typeOf(3)).toBe(P2MT.ram_rw);
    },
  );

  it('emulates a hole', () => {
    expect(stepsOf(guestWithRam().guest({ kind: 'write', gpa: HOLE })).slice(-2)).toEqual([
      'device-model-page',
      'ioreq_server_select',
    ]);
  });
});
