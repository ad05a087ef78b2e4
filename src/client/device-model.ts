/** What a device model is to its ioreq server: somebody who answers each request. */

import type { operations } from './api.js';
import { wireNumber, type Quantity } from './wire-number.js';

export type Exchanged =
  operations['exchangeIoreqs']['responses'][200]['content']['application/json'];
export type Ioreq = Exchanged['ioreqs'][number];
export type BufferedIoreq = Exchanged['bufioreqs'][number];

export interface Completion {
  readonly vcpu: number;
  readonly seq: number;
  readonly data?: string;
}

/** Answers the value that the guest reads; a write needs none. */
export type IoreqHandler = (ioreq: Ioreq) => Data | Promise<Data>;
type Data = Quantity | undefined;

export type BufferedIoreqHandler = (ioreq: BufferedIoreq) => unknown;

export interface DeviceModel {
  readonly onIoreq: IoreqHandler;
  readonly onBuffered: BufferedIoreqHandler;
}

/** The buffered requests in their order, then the others, which belong to as many vcpus, at once. */
export async function answersOf(
  { onIoreq, onBuffered }: DeviceModel,
  { ioreqs, bufioreqs }: Exchanged,
): Promise<Completion[]> {
  for (const ioreq of bufioreqs) await onBuffered(ioreq);
  return Promise.all(
    ioreqs.map(async (ioreq) => {
      const data = await onIoreq(ioreq);
      const { vcpu, seq } = ioreq;
      return { vcpu, seq, ...(data !== undefined && { data: wireNumber(data) }) };
    }),
  );
}
