import { countTables } from '../../src/cli/replay-ept/table-digest.js';
import type { Domain } from '../../src/hypervisor/domain.js';
import type { Host } from '../../src/hypervisor/host.js';
import type { IoreqServer } from '../../src/hypervisor/ioreq/ioreq-server.js';
import { describeDomain } from '../../src/routes/domain-word.js';
import { describeIrqs, describeVcpuInterrupts } from '../../src/routes/interrupt-word.js';

const PORTS = 64;
const PAGES_OF_A_BITMAP = 4096;

/** All of a host that hypercalls change, as plain data: two hosts alike have the same. */
export const stateOf = (host: Host) => ({
  freeFrames: host.machine.save().free,
  domains: host.domains.map((domain) => (domain.type === 'pv' ? described(domain) : whole(domain))),
});

const described = (domain: Domain) => ({
  ...describeDomain(domain),
  maxPages: domain.maxPages,
  ports: portsOf(domain),
});

const whole = (domain: Domain) => ({
  ...described(domain),
  params: [...domain.params].toSorted(([a], [b]) => a - b).map(([id, value]) => `${id}: ${value}`),
  suspendedToRam: domain.suspendedToRam,
  tables: countTables(domain.p2m.tables),
  defaultAccess: domain.p2m.defaultAccess,
  pinned: domain.p2m.memoryTypes.pinned.save(),
  logDirty: logDirtyOf(domain),
  claim: { owner: domain.p2m.claim.owner, flags: domain.p2m.claim.flags },
  irqs: domain.hasInterrupts && describeIrqs(domain.interrupts),
  vcpus: domain.vcpus.map((vcpu) => ({
    pauseCount: vcpu.pauseCount,
    injectedEvent: vcpu.injectedEvent,
    mapcacheInvalidate: vcpu.mapcacheInvalidate,
    interrupts:
      domain.hasInterrupts && describeVcpuInterrupts(vcpu, domain.interrupts.apics[vcpu.id]!),
  })),
  servers: domain.ioreqServers.inOrder.map(serverOf),
});

const portsOf = ({ eventChannels }: Domain) =>
  Array.from({ length: PORTS }, (_, port) => {
    try {
      return eventChannels.status(port);
    } catch {
      return 'none';
    }
  });

function logDirtyOf({ p2m: { logDirty } }: Domain) {
  const { enabled, vram, ranges } = logDirty;
  const bits = logDirty.hasBitmap && [...logDirty.bitmap.bytes(PAGES_OF_A_BITMAP)].join();
  return { enabled, vram, ranges: [...ranges], bits };
}

const serverOf = (server: IoreqServer) => ({
  id: server.id,
  emulator: server.emulator,
  enabled: server.enabled,
  handleBufioreq: server.handleBufioreq,
  gfns: [server.ioreqPage.gfn, server.bufioreqPage.gfn],
  mfns: [server.ioreqPage.mfn, server.bufioreqPage.mfn],
  ports: [...server.requests.ports, server.bufioreqPort],
  ranges: (['port', 'memory', 'pci'] as const).map((type) => [...server.ranges(type)].join(' ')),
});
