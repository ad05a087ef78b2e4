import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { P2mAccessName } from '../../../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../../../src/hypervisor/abi/p2m-type.js';
import type { Access } from '../../../../src/hypervisor/access/access.js';
import {
  whoAnswers,
  type AnswerReason,
  type Question,
} from '../../../../src/hypervisor/access/who-answers/who-answers.js';
import { createIoreqServer } from '../../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { ensureDefaultServer } from '../../../../src/hypervisor/ioreq/default-ioreq-server.js';
import { setIoreqServerState } from '../../../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { runTask } from '../../../../src/hypervisor/schedule/task.js';
import { invalidateAll } from '../../../../src/hypervisor/ept/ept-invalidate.js';
import { PROFILES } from '../../../../src/hypervisor/profile.js';
import { guestWithClaim, guestWithRam, stepsOf } from '../../../support/guest.js';
import { addServer, errno } from '../../../support/host.js';

const PAGE = 3;
const VGA = 0xa_0000;
const READ = 1;
const WRITE = 0;

/** What an access comes to, by its trace and its end. */
function befell(access: Access): string {
  const { outcome, ioreqs } = access;
  const steps = stepsOf(access);
  const [sent] = ioreqs;
  if (sent !== undefined) return `server ${sent.ioservid}`;
  if (outcome === 'domain_crash' || outcome === 'host_panic') return outcome;
  if (outcome === 'injected') return 'failed';
  if (steps.includes('write_discarded')) return 'discarded';
  if (outcome === 'pending') return 'waits';
  if (steps.includes('internal_device')) return 'device';
  return steps.includes('ioreq_server_select') ? 'nobody' : 'page';
}

/** What each reason has to come to; by its server, if it is not here. */
const COMES_TO: Partial<Record<AnswerReason, string>> = {
  mapped: 'page',
  first_write: 'page',
  lifted: 'page',
  paged_out: 'waits',
  refaults: 'waits',
  no_owner: 'waits',
  misconfigured: 'domain_crash',
  unhandled: 'domain_crash',
  no_page: 'host_panic',
  discarded: 'discarded',
  device: 'device',
  nobody: 'nobody',
};

const anyServer = fc.record({
  enabled: fc.boolean(),
  range: fc.option(fc.tuple(fc.nat(40), fc.nat(40)), { nil: undefined }),
});
const anyWorld = fc.record({
  profile: fc.constantFrom(...PROFILES.map(({ name }) => name)),
  servers: fc.array(anyServer, { maxLength: 3 }),
  owner: fc.option(fc.nat(2), { nil: undefined }),
  disclaimed: fc.boolean(),
  marked: fc.boolean(),
  logDirty: fc.boolean(),
  type: fc.constantFrom<P2mTypeName>(
    'ram_rw',
    'ram_ro',
    'ram_logdirty',
    'ioreq_server',
    'mmio_dm',
    'grant_map_ro',
    'ram_paged',
    'ram_broken',
  ),
  access: fc.constantFrom<P2mAccessName>('rwx', 'rwx', 'r', 'n', 'rx2rw', 'w'),
  base: fc.constantFrom(PAGE * 0x1000, VGA, 0xfee0_0000, 0xfed0_0000),
});
type World = typeof anyWorld extends fc.Arbitrary<infer W> ? W : never;

function guestIn(world: World) {
  const all = guestWithRam({ profile: world.profile, knobs: { ioreq_page_at: 'get_info' } });
  const { host, d1, retype } = all;
  for (const { enabled, range } of world.servers) {
    const server = addServer(host, d1, { enabled });
    const [from = 0, length = 0] = range ?? [];
    const first = BigInt(world.base + from);
    if (range !== undefined) {
      server.ranges('memory').add(first, first + BigInt(length));
      server.ranges('port').add(BigInt(from), BigInt(from + length));
    }
  }
  const owner = d1.ioreqServers.inOrder[world.owner ?? -1];
  if (owner !== undefined) d1.p2m.claim.claim(owner.id, 0b10);
  if (world.type === 'mmio_dm') d1.p2m.setPage(PAGE, 2 ** 40 - 1, P2MT.invalid, 0);
  else retype(PAGE, world.type, world.access);
  if (owner !== undefined && world.disclaimed) d1.p2m.claim.disclaim(owner.id);
  d1.p2m.logDirty.global = world.logDirty;
  if (world.marked) invalidateAll(d1.p2m.tables, true);
  return all;
}

describe('whoAnswers', () => {
  it('says what then befalls the access, of whatever Xen, types, servers and marks', () => {
    fc.assert(
      fc.property(
        anyWorld,
        fc.record({
          at: fc.nat(48),
          size: fc.constantFrom(1, 2, 4, 8),
          dir: fc.constantFrom(0, 1),
        }),
        (world, { at, size, dir }) => {
          const { d1, guest, events } = guestIn(world);
          const question = { space: 'memory', addr: world.base + at, size, dir } as Question;

          const { reason, server } = whoAnswers(d1, question);
          const access = guest({
            kind: dir === READ ? 'read' : 'write',
            gpa: question.addr,
            size,
            data: 0n,
          });

          const isBuffered = events.some(({ type }) => type === 'bufioreq');
          if (isBuffered) expect(server).toBeDefined();
          else
            expect([reason, befell(access)]).toEqual([
              reason,
              reason === 'never_enabled' || reason === 'unhandleable'
                ? 'failed'
                : (COMES_TO[reason] ?? `server ${server?.id}`),
            ]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tells ports and PCI functions as a configuration cycle does', () => {
    const { host, d1, guest } = guestWithRam();
    const server = addServer(host, d1);
    server.ranges('port').add(0x300n, 0x30fn);
    server.ranges('pci').add(0x10n, 0x10n);
    const ask = (space: 'port' | 'pci', addr: number, size = 4) => {
      const { reason, device } = whoAnswers(d1, { space, addr, size, dir: READ });
      return device ?? reason;
    };

    expect(ask('port', 0x300)).toBe('port');
    expect(ask('port', 0x30e)).toBe('nobody');
    expect(ask('port', 0x21, 1)).toBe('vpic');
    expect(ask('port', 0xcf8)).toBe('nobody');
    expect([ask('pci', 0x10), ask('pci', 0x11)]).toEqual(['pci', 'nobody']);
    expect(ask('port', 0xcfc)).toBe('nobody');
    guest({ kind: 'out', port: 0xcf8, size: 4, data: 0x8000_1000n });
    expect(ask('port', 0xcfc)).toBe('pci');
  });

  it('names the servers that might be thought to get it', () => {
    const { host, d1 } = guestWithRam();
    const servers = [addServer(host, d1), addServer(host, d1), addServer(host, d1)];
    const disabled = addServer(host, d1, { enabled: false });
    for (const server of [...servers, disabled])
      server.ranges('memory').add(0x40_0000n, 0x40_0fffn);
    servers[2]?.ranges('memory').remove(0x40_0002n, 0x40_0fffn);

    const asked = { space: 'memory', addr: 0x40_0000, size: 4, dir: WRITE } as const;
    const { reason, server, passedOver } = whoAnswers(d1, asked);

    expect([reason, server?.id]).toEqual(['memory', 1]);
    expect(passedOver.map((over) => [over.server.id, over.because])).toEqual([
      [3, 'disabled'],
      [2, 'part'],
      [0, 'asked_later'],
    ]);
  });

  it('names a server that is disabled where nobody gets it', () => {
    const { host, d1 } = guestWithRam();
    addServer(host, d1, { enabled: false }).ranges('memory').add(0x40_0000n, 0x40_0fffn);

    expect(whoAnswers(d1, { space: 'memory', addr: 0x40_0000, size: 4, dir: READ })).toMatchObject({
      reason: 'nobody',
      passedOver: [{ because: 'disabled' }],
    });
  });

  it('refuses with EINVAL what is no address, or is on two pages', () => {
    const { d1 } = guestWithRam();
    const ask = (space: 'memory' | 'port' | 'pci', addr: number) =>
      whoAnswers(d1, { space, addr, size: 4, dir: READ });

    expect(() => ask('port', 0xfffd)).toThrow(
      errno('EINVAL', 'port 0xfffd with 4 bytes is beyond 0xffff'),
    );
    expect(() => ask('pci', 0x1_0000)).toThrow(errno('EINVAL'));
    expect(() => ask('memory', 2 ** 52)).toThrow(errno('EINVAL'));
    expect(() => ask('memory', 0xffd)).toThrow(
      errno('EINVAL', '4 bytes at 0xffd are on two pages'),
    );
  });

  it.each([
    ['port', 0xfffc],
    ['pci', 0xffff],
    ['memory', 2 ** 52 - 4],
    ['memory', 0x40_0ffc],
  ] as const)('answers for the last of a %s: 0x%x', (space, addr) => {
    expect(whoAnswers(guestWithRam().d1, { space, addr, size: 4, dir: READ }).reason).toBe(
      'nobody',
    );
  });

  it('passes over no server of the next PCI function, and says of an owner that nobody else was asked', () => {
    const { host, d1, server } = guestWithClaim();
    const other = addServer(host, d1);
    other.ranges('pci').add(0x11n, 0x11n);
    other.ranges('memory').add(0x3000n, 0x3fffn);

    expect(whoAnswers(d1, { space: 'pci', addr: 0x10, size: 4, dir: READ }).passedOver).toEqual([]);
    expect(whoAnswers(d1, { space: 'memory', addr: 0x3000, size: 4, dir: WRITE })).toMatchObject({
      reason: 'owner',
      server,
      passedOver: [{ because: 'not_asked' }],
    });
  });

  it('tells of a device that passes on what it sees', () => {
    const { host, d1 } = guestWithRam();
    addServer(host, d1).ranges('port').add(0x70n, 0x71n);
    const ask = (addr: number) =>
      whoAnswers(d1, { space: 'port', addr, size: 1, dir: WRITE }).reason;
    expect([ask(0x70), ask(0x71)]).toEqual(['device', 'device']);

    d1.deviceRegisters.set('rtc index', 0x20);
    expect([ask(0x70), ask(0x71)]).toEqual(['device', 'port']);
  });

  it('knows of a claimed page whether its owner can be asked, and what a lack of one comes to', () => {
    const answersBy = (knobs: Record<string, string> = {}) => {
      const { host, d1, retype } = guestWithRam({ knobs });
      const [dom0, { claim }] = [host.caller(0), d1.p2m];
      const asked = { space: 'memory', addr: PAGE * 0x1000, size: 4, dir: WRITE } as const;
      const reason = () => whoAnswers(d1, asked).reason;
      const { id, ioreqPage } = runTask(createIoreqServer(d1, dom0, 0));
      claim.claim(id, 2);
      retype(PAGE, 'ioreq_server');
      const reasons = [reason()];
      ioreqPage.allocate();
      reasons.push(reason());
      runTask(setIoreqServerState(d1, dom0, id, true));
      reasons.push(reason());
      claim.disclaim(id);
      return [...reasons, reason()];
    };

    expect(answersBy()).toEqual(['no_page', 'never_enabled', 'owner', 'no_owner']);
    expect(answersBy({ null_owner: 'unhandleable' }).at(-1)).toBe('unhandleable');
  });

  it.each([
    ['ram_ro', true, 'discarded'],
    ['ram_ro', false, 'default'],
    ['grant_map_ro', true, 'unhandleable'],
    ['grant_map_ro', false, 'default'],
    ['mmio_dm', true, 'default'],
  ] as const)(
    'knows what of a write to %s devices get (guest memory tried first: %s)',
    (type, copy_before_mmio, reason) => {
      const params = { IOREQ_PFN: 4n, BUFIOREQ_PFN: 5n };
      const { d1, retype } = guestWithRam({ profile: '4.8', knobs: { copy_before_mmio }, params });
      runTask(ensureDefaultServer(d1));
      retype(PAGE, type);
      const question = { space: 'memory', addr: PAGE * 0x1000, size: 4, dir: WRITE } as const;

      expect(whoAnswers(d1, question).reason).toBe(reason);
    },
  );
});
