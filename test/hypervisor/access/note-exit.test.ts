import { describe, expect, it } from 'vitest';
import { changeEntryTypeGlobal } from '../../../src/hypervisor/p2m/type-change.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { fillTables, guestWithClaim, guestWithServer, HOLE } from '../../support/guest.js';
import { journalled, kindsOf } from '../../support/journal.js';

describe('the journal of exits', () => {
  it('has an EPT violation: the exit, what was found out, and what came of it', () => {
    const { host, d1, guest, answer } = guestWithServer();
    const records = journalled(host);
    guest({ kind: 'write', gpa: HOLE + 8, size: 4, data: 1n });
    answer();
    host.settle(d1);

    const found = records();
    const [exit, npf, sent, waits, ...rest] = kindsOf(found);
    expect([exit, npf, sent, waits]).toEqual(['vmexit', 'npf', 'ioreq', 'guest_access']);
    expect(rest).toEqual(['ioreq_completed', 'vmentry', 'guest_access']);
    const of = { domid: 1, vcpu: 0, gfn: HOLE / 0x1000, nr: 1, gpa: HOLE + 8 };
    expect(found[0]).toMatchObject({ ...of, reason: 48, qualification: 0x182 });
    expect(found[1]).toMatchObject({ ...of, p2mt: P2MT.mmio_dm, qualification: 0x182 });
  });

  it('has an EPT misconfiguration, which has no qualification, and the entry that follows', () => {
    const { host, d1, guest } = guestWithServer();
    changeEntryTypeGlobal(d1.p2m, P2MT.ram_rw, P2MT.ram_rw);
    const records = journalled(host);
    guest({ kind: 'read', gpa: 0x3000 });

    expect(records()).toMatchObject([
      { kind: 'vmexit', reason: 49, qualification: -1, gpa: 0x3000 },
      { kind: 'ept_misconfig', gpa: 0x3000, resolved: 1 },
      { kind: 'vmentry', vcpu: 0 },
      { kind: 'guest_access', outcome: 0 },
    ]);
  });

  it('has one entry for each exit, however often the guest then tries', () => {
    const world = guestWithClaim();
    fillTables(world, [0x3003n]);
    world.d1.p2m.claim.disclaim(world.server.id);
    const { cpu } = world.insn('90');
    const records = journalled(world.host);
    // mov [rdi], eax
    const access = world.insn('8907', {}, { cpu: { ...cpu, rip: 0x9000n, cr3: 0x1000n } });
    for (let settled = 0; settled < 2; settled++) world.host.settle(world.d1);

    expect(access.reason).toBe('refaulting');
    expect(kindsOf(records()).filter((kind) => kind === 'vmentry')).toHaveLength(1);
  });

  it('has an exit at the first address, and what the guest is injected', () => {
    const { host, guest, insn, retype } = guestWithServer();
    retype(0, 'ram_ro');
    const records = journalled(host);
    guest({ kind: 'write', gpa: 0 });
    insn('0f0b');
    guest({ kind: 'exec', gpa: HOLE + 0x5000 });

    const found = records();
    expect(found[0]).toMatchObject({ kind: 'vmexit', gfn: 0, nr: 1, gpa: 0 });
    expect(found.filter(({ kind }) => kind === 'inject')).toMatchObject([
      { vcpu: 0, nr: 0, vector: 6, error: -1 },
      { vcpu: 0, nr: 0, vector: 13, error: 0 },
    ]);
  });

  it.each([
    ['0f01c1', 18],
    ['fbf4', 12],
  ])('has the exit of %s, which is of no page', (code, reason) => {
    const { host, insn } = guestWithServer();
    const records = journalled(host);
    insn(code);

    expect(records()[0]).toMatchObject({ kind: 'vmexit', reason, nr: 0, gpa: -1 });
  });

  it.each([
    { kind: 'in', port: 0x70, size: 1, qualification: 0x70_0008 },
    { kind: 'out', port: 0x3f8, size: 4, qualification: 0x3f8_0003 },
    { kind: 'ins', port: 0x60, size: 2, gpa: 0x3000, qualification: 0x60_0019 },
  ] as const)('has $kind of port $port', ({ qualification, ...request }) => {
    const { host, guest } = guestWithServer();
    const records = journalled(host);
    guest(request);
    expect(records()[0]).toMatchObject({ kind: 'vmexit', reason: 30, qualification, gpa: -1 });
  });
});
