/** A request of `exchange` and of the JSON stream, as device models of stories take it. */

import type { Request } from './device-model.js';

export interface WireRequest {
  readonly seq: number;
  readonly vcpu?: number;
  readonly type: string;
  readonly dir: 'read' | 'write';
  readonly addr: string;
  readonly data: string;
  readonly size: number;
  readonly count: number;
  readonly data_is_ptr: boolean;
}

export const requestOf = ({ type, dir, size, count, vcpu = 0, ...wire }: WireRequest): Request => ({
  type,
  dir,
  size,
  count,
  vcpu,
  addr: Number(wire.addr),
  data: BigInt(wire.data),
  dataIsPtr: wire.data_is_ptr,
});

export const completionOf = ({ vcpu, seq }: WireRequest, data: bigint | undefined) => ({
  vcpu,
  seq,
  ...(data !== undefined && { data: `0x${data.toString(16)}` }),
});
