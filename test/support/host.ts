import { expect } from 'vitest';
import type { Domain } from '../../src/hypervisor/domain.js';
import type { DomainSpec } from '../../src/hypervisor/domain-spec.js';
import type { HostEvent } from '../../src/hypervisor/events.js';
import { Host } from '../../src/hypervisor/host.js';
import type { HostSettings } from '../../src/hypervisor/host-settings.js';
import type { CreateDomain } from '../../src/hypervisor/hvm/create-domain.js';
import { createIoreqServer } from '../../src/hypervisor/ioreq/create-ioreq-server.js';
import { setIoreqServerState } from '../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { runTask } from '../../src/hypervisor/schedule/task.js';

/** A host with one running domain, domid 1, that has `pages` pages of RAM from gfn 0 and no special pages. */
export function hostWithRam(
  pages: number,
  spec: DomainSpec = {},
  settings: Partial<HostSettings> = {},
) {
  const host = new Host(settings);
  const events: HostEvent[] = [];
  host.onEvent = (event) => events.push(event);
  const d1 = host.createDomain({
    memory: [{ firstGfn: 0, nr: pages, order: 0 }],
    specialPages: false,
    paused: false,
    ...spec,
  });
  return { host, d1, dom0: host.caller(0), events };
}

/** An ioreq server of dom0's; `enabled` by default, with its page acquired as a resource. */
export function addServer(host: Host, domain: Domain, { enabled = true, handleBufioreq = 0 } = {}) {
  const dom0 = host.caller(0);
  const server = runTask(createIoreqServer(domain, dom0, handleBufioreq));
  server.ioreqPage.allocate();
  if (server.isBuffering) server.bufioreqPage.allocate();
  if (enabled) runTask(setIoreqServerState(domain, dom0, server.id, true));
  return server;
}

/** XEN_DOMCTL_createdomain, of an HVM domain that has neither vcpus nor memory yet. */
export const CREATE_DOMAIN: CreateDomain = {
  flags: 0x3,
  iommuOpts: 0,
  maxVcpus: 2,
  maxEvtchnPort: 100,
  maxGrantFrames: -1,
  grantOpts: 1,
  vmtraceSize: 0,
  cpupoolId: 0,
  emulationFlags: 0x3ff,
  profile: '4.17',
};

/** An error that carries this errno, and says so. */
export const errno = (name: string, says?: string) =>
  expect.objectContaining({
    errno: name,
    ...(says !== undefined && { message: expect.stringContaining(says) as string }),
  }) as Error;
