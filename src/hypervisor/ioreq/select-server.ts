/**
 * Which ioreq server answers for an address.
 *
 * Reference: xen/common/ioreq.c, ioreq_server_select(). The whole request has to lie in one server's
 * ranges. A PCI configuration cycle is matched as that alone: it never falls back to a port range.
 * The default server, which Xen had up to 4.11, gets the rest.
 */

import { firstByteOf, IOREQ_TYPE, lastByteOf, type Ioreq } from '../abi/ioreq.js';
import type { IoreqServer, IoRangeType } from './ioreq-server.js';
import type { IoreqTarget } from './ioreq-target.js';

const PCI_CONFIG_DATA = 0xcfc;

/** Who may be asked, in order, and whose guest it is. */
export interface Candidates {
  readonly inOrder: readonly IoreqServer[];
  readonly default: IoreqServer | undefined;
  readonly target: Pick<IoreqTarget, 'pciCf8' | 'profile'>;
}

interface Where {
  readonly type: IoRangeType;
  readonly first: number;
  readonly last: number;
}

export function selectServer(candidates: Candidates, ioreq: Ioreq): IoreqServer | undefined {
  const { inOrder, target } = candidates;
  if (inOrder.length === 0) return undefined;
  if (ioreq.type !== IOREQ_TYPE.copy && ioreq.type !== IOREQ_TYPE.pio) return candidates.default;

  const cycle = ioreq.type === IOREQ_TYPE.pio ? pciCycle(target.pciCf8, ioreq.addr) : undefined;
  const { type, first, last } =
    cycle?.where ?? whereIs(ioreq, target.profile.knobs.df_aware_ranges);
  const [from, to] = [BigInt(first), BigInt(last)];
  const server = inOrder.find(
    (server) => server.enabled && !server.isDefault && server.ranges(type).contains(from, to),
  );
  if (server !== undefined && cycle !== undefined)
    Object.assign(ioreq, { type: IOREQ_TYPE.pci_config, addr: cycle.addr });
  return server ?? candidates.default;
}

/** What an access to 0xcfc..0xcff means while the latch at 0xcf8 enables configuration cycles. */
function pciCycle(cf8: number, port: number): { where: Where; addr: number } | undefined {
  const isEnabled = cf8 >= 2 ** 31;
  if (!isEnabled || port < PCI_CONFIG_DATA || port > PCI_CONFIG_DATA + 3) return undefined;
  const sbdf = (cf8 >>> 8) & 0xffff;
  const register = (cf8 & 0xfc) | (port & 3);
  return {
    where: { type: 'pci', first: sbdf, last: sbdf },
    addr: sbdf * 2 ** 32 + register,
  };
}

function whereIs(ioreq: Ioreq, dfAware: boolean): Where {
  const { type, addr, size } = ioreq;
  if (type === IOREQ_TYPE.pio) return { type: 'port', first: addr, last: addr + size - 1 };
  const upwards = dfAware ? ioreq : { ...ioreq, df: false };
  return { type: 'memory', first: firstByteOf(upwards), last: lastByteOf(upwards) };
}
