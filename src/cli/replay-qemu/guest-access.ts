/**
 * What a guest does for a recorded request to come about: an instruction for each, and what has to lie in its memory
 * before.
 */

import type { AccessRequest } from '../../hypervisor/access/access-request.js';
import type { BufferedRecord, SlotRecord } from './recording.js';

const PCI_DATA = 0xcfc;

/** Undefined: the guest itself does nothing, Xen tells the device model of its own accord. */
export function accessFor(request: SlotRecord): AccessRequest | undefined {
  return REQUESTS[request.type](request);
}

/** `high`: the entry that holds the other half of a quadword. */
export const bufferedAccess = (
  { addr, dir, sizelog, data }: BufferedRecord,
  vcpu: number,
  high?: BufferedRecord,
): AccessRequest => ({
  vcpu,
  kind: dir,
  gpa: Number(addr),
  size: 1 << sizelog,
  data: BigInt(data) | (BigInt(high?.data ?? 0) << 32n),
});

const REQUESTS: Readonly<
  Record<SlotRecord['type'], (request: SlotRecord) => AccessRequest | undefined>
> = {
  pio: (request) => portAccess(request, Number(request.addr)),
  /** `addr` is sbdf << 32 | register, and port 0xcf8 says the same. */
  pci_config: (request) => portAccess(request, PCI_DATA + (Number(request.addr) & 3)),
  copy: memoryAccess,
  timeoffset: () => undefined,
  invalidate: () => undefined,
};

function portAccess(request: SlotRecord, port: number): AccessRequest {
  const { vcpu, dir, size, count, df, data, data_is_ptr } = request;
  if (!data_is_ptr)
    return { vcpu, kind: dir === 'read' ? 'in' : 'out', port, size, data: BigInt(data) };
  const kind = dir === 'read' ? 'rep_ins' : 'rep_outs';
  return { vcpu, kind, port, size, count, df: df === 1, gpa: Number(data) };
}

function memoryAccess(request: SlotRecord): AccessRequest {
  const { vcpu, dir, size, count, df, data, data_is_ptr } = request;
  const addr = Number(request.addr);
  if (data_is_ptr) {
    const [gpa, source] = dir === 'read' ? [Number(data), addr] : [addr, Number(data)];
    return { vcpu, kind: 'rep_movs', gpa, source, size, count, df: df === 1 };
  }
  if (count > 1)
    return { vcpu, kind: 'rep_stos', gpa: addr, size, count, df: df === 1, data: BigInt(data) };
  return { vcpu, kind: dir, gpa: addr, size, data: BigInt(data) };
}
