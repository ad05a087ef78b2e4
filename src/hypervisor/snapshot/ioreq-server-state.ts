/** A domain's ioreq servers in a snapshot, with the requests that they have. */

import type { Domain } from '../domain.js';
import { IO_RANGE_TYPE, IoreqServer, type IoRangeType } from '../ioreq/ioreq-server.js';
import { BUFIOREQ } from '../ioreq/ioreq-server.js';
import { BrokenSnapshot, address, bits, flag, orNull, whole, type ValueOf } from './field.js';
import { list, rangesOf, record } from './record.js';
import { choice } from './field.js';
import type { Gfn } from '../abi/frames.js';

const U16 = whole(0xffff);
const PAGE = record({ gfn: orNull(address), mfn: orNull(address) });
const RANGES = rangesOf(bits(64));
const RANGE_TYPES = Object.keys(IO_RANGE_TYPE) as IoRangeType[];

const SERVER = record({
  id: U16,
  emulator: U16,
  handleBufioreq: whole(BUFIOREQ.atomic),
  isDefault: flag,
  enabled: flag,
  ranges: record({ port: RANGES, memory: RANGES, pci: RANGES }),
  ioreqPage: PAGE,
  bufioreqPage: PAGE,
  bufioreqPort: whole(),
  requests: record({
    lastSeq: whole(),
    slots: list(record({ port: whole(), pending: flag, seq: whole(), delivery: whole() })),
  }),
});

export const IOREQ_SERVERS = record({
  lastId: U16,
  servers: list(SERVER),
  gfns: record({
    base: address,
    free: list(whole(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER)),
    legacyGfn: record({ ioreq: address, bufioreq: address }),
    legacyFree: list(choice(['ioreq', 'bufioreq'] as const)),
  }),
});

type Saved = ValueOf<typeof IOREQ_SERVERS>;

export function saveIoreqServers({ ioreqServers, ioreqGfns }: Domain): Saved {
  const { lastId, servers } = ioreqServers.save();
  return { lastId, servers: servers.map(savedServer), gfns: ioreqGfns.save() };
}

/** The machine must hold its contents already. */
export function restoreIoreqServers(domain: Domain, saved: Saved, at: string): void {
  const servers = saved.servers.map((one, index) => {
    const where = `${at}/servers/${index}`;
    if (one.requests.slots.length !== domain.vcpus.length)
      throw new BrokenSnapshot(`${where}/requests/slots`, 'must be as many as there are vcpus');
    for (const page of ['ioreqPage', 'bufioreqPage'] as const)
      if (one[page].mfn !== undefined && !domain.machine.isValid(one[page].mfn))
        throw new BrokenSnapshot(`${where}/${page}/mfn`, 'must be a frame of the machine');
    return restoredServer(domain, one);
  });
  domain.ioreqServers.restore({ lastId: saved.lastId, servers });
  domain.ioreqGfns.restore(saved.gfns);
}

function savedServer(server: IoreqServer): Saved['servers'][number] {
  const { id, emulator, handleBufioreq, isDefault, enabled, bufioreqPort } = server;
  const [port, memory, pci] = RANGE_TYPES.map((type) => [...server.ranges(type)]);
  return {
    ...{ id, emulator, handleBufioreq, isDefault, enabled, bufioreqPort },
    ranges: { port: port!, memory: memory!, pci: pci! },
    ioreqPage: server.ioreqPage.save(),
    bufioreqPage: server.bufioreqPage.save(),
    requests: server.requests.save(),
  };
}

function restoredServer(domain: Domain, saved: Saved['servers'][number]): IoreqServer {
  const server = new IoreqServer(domain, saved);
  server.enabled = saved.enabled;
  server.bufioreqPort = saved.bufioreqPort;
  for (const type of RANGE_TYPES) server.ranges(type).restore(saved.ranges[type]);
  server.ioreqPage.restore(framed(saved.ioreqPage));
  server.bufioreqPage.restore(framed(saved.bufioreqPage));
  server.requests.restore(saved.requests);
  return server;
}

const framed = ({ gfn, mfn }: ValueOf<typeof PAGE>) => ({ gfn: gfn as Gfn | undefined, mfn });
