/** A world as a document: its machine, and what is kept of it here. `VERSION` counts up with every change of shape. */

import {
  ACCESS,
  BrokenSnapshot,
  choice,
  list,
  orNull,
  readHost,
  record,
  restoreAccess,
  restoreHost,
  saveAccess,
  whole,
  writeHost,
  type ByteForm,
  type HostSettings,
} from '../../hypervisor/index.js';
import { promise, promisedOf, remember } from '../guest/accesses.js';
import { AutoResponder, responderOf } from '../device-models/auto-responder.js';
import { guestHypercalls } from '../guest-calls/guest-hypercall.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { RESPONDER_MODES, type ResponderMode } from '../device-models/responder-modes.js';
import { runClock } from '../world/run-clock.js';
import type { Restored } from '../world/served-host.js';
import type { World } from '../world/world.js';
import { giveXenstore, knownXenstoreOf } from '../xenstore/xenstore-of.js';
import { XENSTORE } from './xenstore-state.js';

const FORMAT = 'fakexen.snapshot';
const VERSION = 2;

const MODES = Object.keys(RESPONDER_MODES) as ResponderMode[];
const DOMID = whole(0xffff);

/** What is of no machine: who answers by itself, and accesses whose end somebody may still ask for. */
const SERVED = record({
  responders: list(record({ domid: DOMID, ioservid: DOMID, mode: choice(MODES) })),
  accesses: list(record({ domid: DOMID, access: ACCESS })),
  /** Null until somebody has asked for it. */
  xenstore: orNull(XENSTORE),
});

/** No call may be under way. */
export function documentOf(world: World, form: ByteForm): object {
  const { host } = world;
  const servers = host.domains.flatMap(({ domid, ioreqServers }) =>
    ioreqServers.inOrder.map((server) => ({ domid, server })),
  );
  const responders = servers.flatMap(({ domid, server }) => {
    const mode = responderOf(server)?.mode;
    return mode === undefined ? [] : [{ domid, ioservid: server.id, mode }];
  });
  const accesses = host.domains.flatMap((domain) =>
    promisedOf(domain).map((access) => ({ domid: domain.domid, access: saveAccess(access) })),
  );
  return {
    format: FORMAT,
    version: VERSION,
    host: writeHost(host, form),
    served: SERVED.write({ responders, accesses, xenstore: knownXenstoreOf(world) }, form),
  };
}

/** What a host may hold, whatever a snapshot says of the one that it is of. */
export type Bounds = Pick<HostSettings, 'backedPages' | 'pageStorage'>;

/** Throws a problem that points at what is wrong; nothing has changed then. */
export async function restored(
  document: unknown,
  form: ByteForm,
  bounds: Bounds,
): Promise<Restored> {
  try {
    return await restore(document, form, bounds);
  } catch (error) {
    if (!(error instanceof BrokenSnapshot)) throw error;
    const { pointer, message: detail } = error;
    const problem = ownProblem('broken-snapshot', `${pointer} ${detail}`);
    throw new ProblemError({ ...problem, errors: [{ pointer, detail }] });
  }
}

async function restore(
  document: unknown,
  form: ByteForm,
  { backedPages, pageStorage }: Bounds,
): Promise<Restored> {
  const { host: machine, served } = partsOf(document);
  const read = readHost(machine, '/host', form);
  const { settings } = read;
  const most = Math.min(backedPages, settings.backedPages);
  const saved = { ...read, settings: { ...settings, backedPages: most } };
  const { responders, accesses, xenstore } = SERVED.read(served, '/served', form);
  const decode = hasMachineCode(saved) ? await decoder() : undefined;
  const { host, accesses: underWay } = restoreHost(saved, '/host', {
    pageStorage,
    executorFor: (host) => ({ decode, hypercall: guestHypercalls(host) }),
  });

  for (const access of underWay) keep(access);
  for (const [index, { domid, access }] of accesses.entries()) {
    const at = `/served/accesses/${index}`;
    const domain = host.find(domid);
    if (domain === undefined) throw new BrokenSnapshot(`${at}/domid`, 'must be a domain');
    const { lastAccessId } = domain;
    keep(restoreAccess(domain, access, {}, `${at}/access`));
    domain.lastAccessId = lastAccessId;
  }
  const answering = responders.map(({ domid, ioservid, mode }, index) => {
    const server = host.find(domid)?.ioreqServers.find(ioservid);
    if (server === undefined)
      throw new BrokenSnapshot(`/served/responders/${index}`, 'must be of an ioreq server');
    return { server, mode };
  });
  return {
    host,
    furnish: (world) => {
      if (!saved.clock.frozen) runClock(host.clock);
      if (xenstore !== undefined) giveXenstore(world, xenstore);
      for (const { server, mode } of answering) new AutoResponder(world, server, mode).attach();
    },
  };
}

/** A guest access that goes on needs its machine code decoded anew. */
const hasMachineCode = ({ domains }: ReturnType<typeof readHost>): boolean =>
  domains.some(({ vcpus }) => vcpus.some(({ access }) => access?.request.kind === 'insn'));

const decoder = async () => (await import('../../x86/decode.js')).decodeInstruction;

function partsOf(document: unknown): { readonly host: unknown; readonly served: unknown } {
  if (typeof document !== 'object' || document === null)
    throw new BrokenSnapshot('', 'must be an object');
  const {
    format,
    version,
    host,
    served,
    kept: _,
    ...rest
  } = document as Readonly<Record<string, unknown>>;
  if (format !== FORMAT) throw new BrokenSnapshot('/format', `must be ${FORMAT}`);
  if (version !== VERSION)
    throw new BrokenSnapshot('/version', `must be ${VERSION}, not ${JSON.stringify(version)}`);
  const [surplus] = Object.keys(rest);
  if (surplus !== undefined) throw new BrokenSnapshot(`/${surplus}`, 'is not known');
  return { host, served };
}

function keep(access: Parameters<typeof remember>[0]): void {
  remember(access);
  promise(access);
}
