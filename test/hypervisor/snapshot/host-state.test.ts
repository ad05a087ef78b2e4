import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/host.js';
import { mapGfns } from '../../../src/hypervisor/hvm/map-foreign.js';
import {
  HOST,
  readHost,
  restoreHost,
  writeHost,
} from '../../../src/hypervisor/snapshot/host-state.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { addServer } from '../../support/host.js';
import { AS_NUMBERS } from '../../support/written.js';

function busy() {
  const host = new Host({ backedPages: 16 });
  const first = host.createDomain({ memoryMib: 4, paused: false });
  host.createDomain({ memoryMib: 1, profile: '4.8' });
  host.createDomain({ memoryMib: 1 });
  addServer(host, first);
  first.ram.write(0x1000 as never, Uint8Array.of(1, 2, 3));
  host.destroyDomain(3);
  host.clock.advance(5n);
  return host;
}

const documentOf = (host: Host) => JSON.parse(JSON.stringify(writeHost(host, AS_NUMBERS)));
const restoredFrom = (data: unknown) => restoreHost(readHost(data, '', AS_NUMBERS), '').host;

/** Its ioreq servers, without a slot for any vcpu. */
function slotless(domain: unknown) {
  const { ioreq_servers } = domain as { ioreq_servers: { servers: { requests: object }[] } };
  const servers = ioreq_servers.servers.map((server) => ({
    ...server,
    requests: { ...server.requests, slots: [] },
  }));
  return { ...ioreq_servers, servers };
}

describe('a host in a snapshot', () => {
  it('is the same again, and gives out the same next', () => {
    const host = busy();

    const other = restoredFrom(documentOf(host));

    expect(documentOf(other)).toEqual(documentOf(host));
    expect(other.clock.now).toBe(5n);
    const [a, b] = [host, other].map((one) => one.createDomain({ memoryMib: 1 }));
    expect(b?.domid).toBe(a?.domid);
    expect(documentOf(other)).toEqual(documentOf(host));
  });

  it('shares nothing with the one that was written', () => {
    const host = busy();
    const document = documentOf(host);
    const other = restoredFrom(document);

    other.domain(1).ram.write(0x1000 as never, Uint8Array.of(9));
    other.destroyDomain(2);

    expect(documentOf(host)).toEqual(document);
  });

  // prettier-ignore
  it.each([
    ['two domains of one domid',  { domains: (of: object[]) => [of[0], { ...of[1], domid: 1 }] },           '/domains/1/domid', 'must be no other domain'],
    ['free frames elsewhere',     { machine: (of: object) => ({ ...of, free: [['0x0', '0x200000000']] }) }, '/machine/free/0', 'must be frames of the machine'],
    ['an owned frame free',       { machine: (of: object) => ({ ...of, free: [['0x1000', '0x1fff']] }) }, '/domains/0/memory/frames/0', 'neither free nor of another'],
    ['contents elsewhere',        { machine: (of: object) => ({ ...of, pages: [{ mfn: '0x200000000', data: [] }] }) }, '/machine/pages/0/mfn', 'must be a frame of the machine'],
    ['too many contents',         { settings: (of: object) => ({ ...of, backed_pages: 0 }) },         '/machine/pages', 'must be at most 0'],
    ['tables that nobody has',    { domains: (of: object[]) => of.slice(0, 1) },                      '/tables/tables', 'of them are no domain'],
    ['two domains of one tree',   { domains: ([one, two]: { memory: object }[]) => [one, { ...two, memory: { ...two!.memory, root: 0 } }] }, '/domains/1/memory/root', 'leads to table 0'],
    ['a domain that cannot be',   { domains: ([one, two]: { interrupts: object }[]) => [{ ...one, ioreq_servers: slotless(one) }, two] }, '/domains/0/ioreq_servers/servers/0/requests/slots', 'as many as there are vcpus'],
  ] as [string, Record<string, (of: never) => unknown>, string, string][])('refuses %s', (_, change, pointer, says) => {
    const document = documentOf(busy());
    for (const [key, of] of Object.entries(change)) document[key] = of(document[key] as never);

    expect(() => restoredFrom(document)).toThrow(
      expect.objectContaining({ pointer, message: expect.stringContaining(says) as string }),
    );
  });

  it('may have as many contents as it has room for', () => {
    const document = documentOf(busy());
    document.settings.backed_pages = document.machine.pages.length;

    expect(() => restoredFrom(document)).not.toThrow();
  });

  it('keeps the contents of shared memory where the new host does', () => {
    const places = () => {
      const kept = new Map<number, Uint8Array>();
      const pageStorage = () => ({
        allocate(mfn: number) {
          const page = new Uint8Array(4096);
          kept.set(mfn, page);
          return page;
        },
        release: () => undefined,
        close: () => undefined,
      });
      return { kept, pageStorage };
    };
    const [first, second] = [places(), places()];
    const host = new Host({ pageStorage: first.pageStorage });
    const d1 = host.createDomain({ memoryMib: 1, sharedMemory: true });
    const server = addServer(host, d1);
    d1.ram.write(0x1000 as never, Uint8Array.of(7));
    host.createDomain({ memoryMib: 1 }).ram.write(0x1000 as never, Uint8Array.of(8));
    const saved = readHost(documentOf(host), '', AS_NUMBERS);

    const { host: other } = restoreHost(saved, '', { pageStorage: second.pageStorage });

    expect([...second.kept.keys()].toSorted()).toEqual([...first.kept.keys()].toSorted());
    expect(second.kept.get(server.ioreqPage.mfn ?? 0)).toEqual(server.page);
    expect(documentOf(other)).toEqual(documentOf(host));
  });

  it('is one record', () => {
    expect(Object.keys(documentOf(new Host()))).toContain('domains');
    expect(() => HOST.read({}, '/host', AS_NUMBERS)).toThrow('is missing');
  });

  it('may have domains without memory, and such as are only held by others', () => {
    const host = busy();
    host.createDomain({ type: 'pv' });
    const held = [5, 6].map(() => host.createDomain({ memoryMib: 1 }));
    const ids = held.map((domain) => mapGfns(domain, 1, 0, 1));
    for (const { domid } of held) host.destroyDomain(domid);

    const other = restoredFrom(documentOf(host));

    expect(documentOf(other)).toEqual(documentOf(host));
    for (const [at, { domid }] of held.entries())
      expect(other.unmap(other.find(domid)!, ids[at]!)).toBe(true);
  });

  it('keeps the domids of device models that are gone and still have servers', () => {
    const host = busy();
    const d1 = host.domain(1);
    const gone = [1, 1].map((target) => host.createDomain({ memoryMib: 1, target }));
    for (const { domid } of gone) runTask(createIoreqServer(d1, host.caller(domid), 0));
    for (const { domid } of gone) host.destroyDomain(domid);

    const saved = host.save();
    const other = restoredFrom(documentOf(host));

    expect(saved.zombies).toEqual(gone.map(({ domid }) => domid));
    expect(other.save()).toEqual(saved);
  });
});
