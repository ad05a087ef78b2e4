/** The device model served by `exchange`: answers in, the next requests out. */

import type { RecordedBufioreq, RecordedIoreq } from './recording.js';
import type { ServedDomain } from './served-domain.js';
import type { Transport } from './transport.js';
import {
  completionOf,
  recordedIoreq,
  recordedSlots,
  type Exchanged,
  type PendingIoreq,
} from './wire-ioreq.js';

/** A ring holds no more. */
const MOST = 511;

export class Exchange implements Transport {
  /** The request that each server has in work. */
  readonly #taken = new Map<number, PendingIoreq>();

  async take(domain: ServedDomain, id: number): Promise<RecordedIoreq> {
    const pending = this.#taken.get(id) ?? (await exchange(domain, id, { max: 1 })).ioreqs[0];
    if (pending === undefined) throw new Error(`server ${id} hands out no request`);
    this.#taken.set(id, pending);
    return recordedIoreq(domain, id, pending);
  }

  async answer(domain: ServedDomain, id: number, value: bigint | undefined): Promise<void> {
    const pending = this.#taken.get(id);
    if (pending === undefined) throw new Error(`server ${id} has no request in work`);
    const completions = [completionOf(pending, value)];
    const { ioreqs, stale } = await exchange(domain, id, { completions, max: 1 });
    if (stale.length > 0) throw new Error(`server ${id} took no answer to request ${pending.seq}`);
    const [next] = ioreqs;
    if (next === undefined) this.#taken.delete(id);
    else this.#taken.set(id, next);
  }

  async drain(domain: ServedDomain, id: number): Promise<RecordedBufioreq[]> {
    const { bufioreqs } = await exchange(domain, id, { max: MOST });
    return bufioreqs.flatMap((ioreq) => recordedSlots(domain.servers.letterOf(id), ioreq));
  }
}

async function exchange(domain: ServedDomain, id: number, body: object): Promise<Exchanged> {
  const { answer } = await domain.demand('POST', `/ioreq-servers/${id}/exchange`, body);
  return answer as unknown as Exchanged;
}
