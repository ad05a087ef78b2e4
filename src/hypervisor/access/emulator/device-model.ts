/**
 * A request that no device of Xen's own has taken: to the ioreq server that owns the page, to the
 * one that has the address in its ranges, or to nobody.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, hvmemul_do_io(), its part for X86EMUL_UNHANDLEABLE.
 */

import { PAGE_SIZE } from '../../abi/frames.js';
import { IOREQ_DIR, IOREQ_TYPE, needsCompletion, type Ioreq } from '../../abi/ioreq.js';
import { packShape } from '../../abi/ioreq-shape.js';
import { P2MT } from '../../abi/p2m-type.js';
import type { Domain } from '../../domain.js';
import type { IoreqServer } from '../../ioreq/ioreq-server.js';
import type { Task } from '../../schedule/task.js';
import type { Access } from '../access.js';
import { words } from '../guest-bytes.js';
import { HOST_PANIC, isFailure, RETRY, retry, UNHANDLEABLE, type Failure } from './emulation.js';
import { copyFromGuest, NO_RAM } from './guest-copy.js';
import { nobody } from './serve.js';

/** Indices into `SELECTED_BY` of `trace-steps.ts`. */
const WHY = { owner: 0, memory: 1, port: 2, pci: 3, nobody: 4 } as const;

/** `posted`: a device model has it, but the guest does not wait for the answer. */
type Sent = 'done' | 'pending' | 'posted';

export function* toDeviceModel(access: Access, ioreq: Ioreq): Task<Sent | Failure> {
  yield 'p2m_lookup';
  if (isOfOwnedType(access.domain, ioreq)) return yield* toOwner(access, ioreq);
  yield 'ioreq_server_select';
  const { type, addr } = ioreq;
  const server = access.domain.ioreqServers.select(ioreq);
  if (server === undefined) {
    access.recorder?.record('ioreq_server_select', -1, addr, WHY.nobody);
    nobody(access, ioreq);
    return 'done';
  }
  access.recorder?.record('ioreq_server_select', server.id, addr, whyOf(type, ioreq.type));
  yield 'ioreq_send';
  return send(access, server, ioreq);
}

/** Whether the owner of its page's type gets it, whatever anybody's ranges are. */
export function isOfOwnedType(domain: Domain, { type, addr }: Ioreq): boolean {
  return (
    type === IOREQ_TYPE.copy &&
    domain.profile.knobs.ioreq_server_routing === 'owner' &&
    domain.p2m.typeOf(Math.floor(addr / PAGE_SIZE)) === P2MT.ioreq_server
  );
}

/** The owner has claimed writes only: what an instruction reads before it writes is in RAM. */
function* toOwner(access: Access, ioreq: Ioreq): Task<Sent | Failure> {
  const { domain, recorder } = access;
  const { knobs } = domain.profile;
  yield domain.p2m.claim.lock.wantedBy(access);
  const { owner } = domain.p2m.claim;
  const server = owner === undefined ? undefined : domain.ioreqServers.find(owner);
  if (server === undefined) {
    if (knobs.null_owner === 'retry') return retry(RETRY.nullOwner);
    access.metNoOwner = true;
    return UNHANDLEABLE;
  }
  if (ioreq.dir === IOREQ_DIR.read && knobs.rmw_read_from_ram) return readFromRam(access, ioreq);
  recorder?.record('ioreq_server_select', server.id, ioreq.addr, WHY.owner);
  yield 'ioreq_send';
  return send(access, server, ioreq);
}

function send(access: Access, server: IoreqServer, ioreq: Ioreq): Sent | Failure {
  const { vcpu, domain, recorder } = access;
  const result = server.send(vcpu, ioreq);
  switch (result) {
    case 'sent': {
      const { addr, data } = ioreq;
      recorder?.record('ioreq', server.id, addr, packShape(ioreq), ...words(data));
      access.ioreqs.push({ ioservid: server.id, ...ioreq });
      const isAwaited = needsCompletion(vcpu.io.request, domain.profile.knobs.pio_write_completion);
      return isAwaited ? 'pending' : 'posted';
    }
    case 'suspended':
      return retry(RETRY.shuttingDown);
    case 'unhandleable':
      recorder?.record('ioreq_refused', server.id, ioreq.addr);
      return UNHANDLEABLE;
    case 'no_page':
      recorder?.record('host_panic', server.id);
      return HOST_PANIC;
  }
}

function readFromRam(access: Access, ioreq: Ioreq): Sent | Failure {
  const value = copyFromGuest(access, ioreq.addr, ioreq.size);
  if (value === NO_RAM) return UNHANDLEABLE;
  if (isFailure(value)) return value;
  ioreq.data = value;
  access.recorder?.record('read_from_ram', ioreq.size, ioreq.addr, 1, ...words(value));
  return 'done';
}

/** Of a request that was found by its address; selecting made a port access one to a PCI device. */
export const whyOf = (asked: number, found: number): number =>
  found === IOREQ_TYPE.pci_config ? WHY.pci : asked === IOREQ_TYPE.pio ? WHY.port : WHY.memory;
