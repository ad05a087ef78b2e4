/**
 * The ioreq server of device models that know of none: it lives in the pages of IOREQ_PFN and BUFIOREQ_PFN, comes into
 * being when these are asked for, and goes with the domain. Xen had it up to 4.11.
 *
 * Reference: xen/arch/x86/hvm/ioreq.c of 4.9, hvm_create_ioreq_server() and hvm_set_dm_domain(); hvm.c,
 * hvmop_get_param().
 */

import { gfn } from '../abi/frames.js';
import { HVM_PARAM } from '../abi/hvm-param.js';
import { domainPause } from '../schedule/domain-pause.js';
import type { Task } from '../schedule/task.js';
import { BUFIOREQ, IoreqServer } from './ioreq-server.js';
import type { IoreqServers } from './ioreq-servers.js';
import type { IoreqTarget } from './ioreq-target.js';

const DOM0 = 0n;

type DomainWithParams = IoreqTarget & {
  readonly ioreqServers: IoreqServers;
  readonly params: Map<number, bigint>;
};

/** Unless there is one: enabled at once, of the domain that DM_DOMAIN names. EINVAL where a page is no RAM. */
export function* ensureDefaultServer(domain: DomainWithParams): Task<void> {
  yield* domainPause(domain);
  try {
    yield domain.ioreqServers.lock.wantedBy({});
    if (domain.ioreqServers.default === undefined) create(domain);
  } finally {
    domain.unpause();
  }
}

function create(domain: DomainWithParams): void {
  const { ioreqServers, params } = domain;
  const server = new IoreqServer(domain, {
    id: ioreqServers.nextId(),
    emulator: Number(params.get(HVM_PARAM.DM_DOMAIN) ?? DOM0),
    handleBufioreq: BUFIOREQ.legacy,
    isDefault: true,
  });
  try {
    server.ioreqPage.mapGfn(gfnIn(domain, HVM_PARAM.IOREQ_PFN));
    server.bufioreqPage.mapGfn(gfnIn(domain, HVM_PARAM.BUFIOREQ_PFN));
    server.openPorts();
  } catch (error) {
    server.bufioreqPage.unmapGfn();
    server.ioreqPage.unmapGfn();
    throw error;
  }
  params.set(HVM_PARAM.BUFIOREQ_EVTCHN, BigInt(server.bufioreqPort));
  ioreqServers.add(server);
  server.enable();
  domain.emit({ type: 'domain', domid: domain.domid, change: 'ioreq_servers' });
}

const gfnIn = ({ params }: DomainWithParams, param: number) => gfn(Number(params.get(param) ?? 0n));

/** The default server, if there is one, is another domain's from now on: that one has to bind new ports. */
export function handDefaultServerTo(domain: DomainWithParams, emulator: number): void {
  const server = domain.ioreqServers.default;
  if (server === undefined || server.emulator === emulator) return;
  const { eventChannels, vcpus, params } = domain;
  server.emulator = emulator;
  for (const { id } of vcpus) {
    if (id === 0) {
      const before = server.bufioreqPort;
      server.bufioreqPort = eventChannels.allocUnbound(emulator, id);
      eventChannels.close(before, true);
      params.set(HVM_PARAM.BUFIOREQ_EVTCHN, BigInt(server.bufioreqPort));
    }
    const before = server.requests.portOf(id);
    server.requests.replacePort(id, eventChannels.allocUnbound(emulator, id));
    eventChannels.close(before, true);
  }
}
