import { guestHypercalls } from '../../src/routes/guest-calls/guest-hypercall.js';
import { structOf, type Member } from '../../src/cli/replay-xen/struct-bytes.js';
import { hostWithRam } from './host.js';

const ARGUMENT = 0x100;
export const DOMID_SELF = 0x7ff0;

/** A guest whose memory is plain bytes, and which calls Xen with its argument at 0x100. */
export function callingGuest(spec: object = {}) {
  const { host, d1, dom0 } = hostWithRam(4, spec);
  const memory = new Uint8Array(0x1000);
  const call = (hypercall: number, op: number, members: readonly Member[]) => {
    memory.set(structOf(members), ARGUMENT);
    return guestHypercalls(host)(d1, {
      number: hypercall,
      args: [BigInt(op), BigInt(ARGUMENT)],
      read: (at, length) => memory.slice(Number(at), Number(at) + length),
      write: (at, bytes) => {
        memory.set(bytes, Number(at));
        return true;
      },
    });
  };
  const argument = (at: number, length = 4) => [
    ...memory.subarray(ARGUMENT + at, ARGUMENT + at + length),
  ];
  return { host, d1, dom0, memory, call, argument };
}
