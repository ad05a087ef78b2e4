/** A request as the service's JSON has it, in the recordings' words. */

import type { RecordedBufioreq, RecordedIoreq } from './recording.js';
import type { ServedDomain } from './served-domain.js';

export interface WireIoreq {
  readonly type: string;
  readonly dir: 'read' | 'write';
  readonly addr: string;
  readonly data: string;
  readonly size: number;
  readonly count: number;
  readonly df: boolean;
  readonly data_is_ptr: boolean;
}

export interface PendingIoreq extends WireIoreq {
  readonly seq: number;
  readonly vcpu: number;
  readonly vp_eport: number;
}

export interface Exchanged {
  readonly ioreqs: readonly PendingIoreq[];
  readonly bufioreqs: readonly WireIoreq[];
  readonly stale: readonly unknown[];
}

/** As public/hvm/ioreq.h numbers those that are buffered. */
const TYPES: Readonly<Record<string, number>> = { pio: 0, copy: 1, timeoffset: 7 };

export async function recordedIoreq(
  domain: ServedDomain,
  id: number,
  { type, dir, addr, size, count, df, data_is_ptr, data, vp_eport }: PendingIoreq,
): Promise<RecordedIoreq> {
  return {
    srv: domain.servers.letterOf(id),
    id,
    type: type.toUpperCase(),
    dir,
    addr,
    size,
    count,
    df: Number(df),
    data_is_ptr: Number(data_is_ptr),
    data,
    vp_eport_matches: vp_eport === (await domain.portOf(id)),
  };
}

/** A recording lists the ring slot by slot; a quadword has two. */
export function recordedSlots(
  srv: string,
  { type, dir, addr, size, data }: WireIoreq,
): RecordedBufioreq[] {
  const slot = { srv, type: TYPES[type] ?? -1, dir, size_code: Math.log2(size), addr };
  const low = { ...slot, data: hex(BigInt(data) & 0xffff_ffffn) };
  return size === 8 ? [low, { ...slot, data: hex(BigInt(data) >> 32n) }] : [low];
}

/** What answers a request. */
export const completionOf = ({ vcpu, seq }: PendingIoreq, value: bigint | undefined) => ({
  vcpu,
  seq,
  ...(value !== undefined && { data: hex(value) }),
});

const hex = (value: bigint) => `0x${value.toString(16)}`;
