/** The device model served by `exchange`: answers in, the next requests out. */

import { Refused, type RecordedWorld } from './recorded-world.js';
import type { RecordedBufioreq, RecordedIoreq } from './recording.js';
import type { Transport } from './transport.js';

interface WireIoreq {
  readonly type: string;
  readonly dir: 'read' | 'write';
  readonly addr: string;
  readonly data: string;
  readonly size: number;
  readonly count: number;
  readonly df: boolean;
  readonly data_is_ptr: boolean;
}

interface PendingIoreq extends WireIoreq {
  readonly seq: number;
  readonly vcpu: number;
  readonly vp_eport: number;
}

interface Exchanged {
  readonly ioreqs: readonly PendingIoreq[];
  readonly bufioreqs: readonly WireIoreq[];
  readonly stale: readonly unknown[];
}

/** A ring holds no more. */
const MOST = 511;
/** As public/hvm/ioreq.h numbers those that are buffered. */
const TYPES: Readonly<Record<string, number>> = { pio: 0, copy: 1, timeoffset: 7 };

export class Exchange implements Transport {
  /** The request that each server has in work. */
  readonly #taken = new Map<number, PendingIoreq>();

  async take(world: RecordedWorld, id: number): Promise<RecordedIoreq> {
    const pending = this.#taken.get(id) ?? (await exchange(world, id, { max: 1 })).ioreqs[0];
    if (pending === undefined) throw new Refused(`server ${id} hands out no request`);
    this.#taken.set(id, pending);
    const { type, dir, addr, size, count, df, data_is_ptr, data, vp_eport } = pending;
    return {
      srv: world.servers.letterOf(id),
      id,
      type: type.toUpperCase(),
      dir,
      addr,
      size,
      count,
      df: Number(df),
      data_is_ptr: Number(data_is_ptr),
      data,
      vp_eport_matches: vp_eport === (await world.portOf(id)),
    };
  }

  async answer(world: RecordedWorld, id: number, value: bigint | undefined): Promise<void> {
    const { vcpu, seq } = this.#taken.get(id) ?? {};
    const data = value !== undefined && { data: `0x${value.toString(16)}` };
    const completions = [{ vcpu, seq, ...data }];
    const { ioreqs, stale } = await exchange(world, id, { completions, max: 1 });
    if (stale.length > 0) throw new Refused(`server ${id} took no answer to request ${seq}`);
    const [next] = ioreqs;
    if (next === undefined) this.#taken.delete(id);
    else this.#taken.set(id, next);
  }

  async drain(world: RecordedWorld, id: number): Promise<RecordedBufioreq[]> {
    const { bufioreqs } = await exchange(world, id, { max: MOST });
    return bufioreqs.flatMap((ioreq) => slotsOf(world.servers.letterOf(id), ioreq));
  }
}

async function exchange(world: RecordedWorld, id: number, body: object): Promise<Exchanged> {
  const { answer } = await world.demand('POST', `/ioreq-servers/${id}/exchange`, body);
  return answer as unknown as Exchanged;
}

/** A recording lists the ring slot by slot; a quadword has two. */
function slotsOf(srv: string, { type, dir, addr, size, data }: WireIoreq): RecordedBufioreq[] {
  const slot = { srv, type: TYPES[type] ?? -1, dir, size_code: Math.log2(size), addr };
  const low = { ...slot, data: hex(BigInt(data) & 0xffff_ffffn) };
  return size === 8 ? [low, { ...slot, data: hex(BigInt(data) >> 32n) }] : [low];
}

const hex = (value: bigint) => `0x${value.toString(16)}`;
