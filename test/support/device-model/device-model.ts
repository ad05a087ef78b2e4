/** A device model that runs beside a story: it takes each request of its server and answers it. */

import type { Story } from '../story.js';

/** A request, whichever way it has come. */
export interface Request {
  readonly type: string;
  readonly dir: 'read' | 'write';
  readonly addr: number;
  readonly size: number;
  readonly count: number;
  readonly data: bigint;
  readonly dataIsPtr: boolean;
  readonly vcpu: number;
}

/** The value that answers a request; for one that is no read, nothing. */
export type Device = (request: Request) => bigint | undefined | Promise<bigint | undefined>;

export interface DeviceModel {
  /** What has come, in order. */
  readonly seen: Request[];
  /** What has come through the buffered ring. */
  readonly buffered: Request[];
  stop(): Promise<void>;
}

/** One of the ways to serve. */
export type Serve = (story: Story, ioservid: number, device: Device) => Promise<DeviceModel>;

/** A request in short, as stories tell it: `write 4 at 0xf0000010: 0x2a`. */
export const inShort = ({ type, dir, addr, size, count, data, dataIsPtr }: Request): string => {
  const what = type === 'copy' ? '' : `${type} `;
  const times = count === 1 ? '' : ` x ${count}`;
  const value = dataIsPtr ? `: [${hex(data)}]` : dir === 'write' ? `: ${hex(data)}` : '';
  return `${what}${dir} ${size}${times} at ${hex(addr)}${value}`;
};

const hex = (value: number | bigint) => `0x${value.toString(16)}`;
