/**
 * One process that calls: its messages in their order, each answered before the next is begun.
 *
 * What Xen refuses is a negative result; a message that is none ends the connection.
 */

import { ERRNO, XenError } from '../hypervisor/index.js';
import { buffersOf, viewOf } from '../routes/by-number/buffers.js';
import { callDmOp } from '../routes/by-number/dm-op-call.js';
import { CallerMemory, Wanted } from './caller-memory.js';
import { mapGfns, mapGrant, mapResource, unmapGrant } from './foreign-map.js';
import type { CallBy } from './hypercalls/call.js';
import { prepare } from './hypercalls/hypercall.js';
import { OPERATION, type Answer, type Request } from './protocol.js';
import type { ServedWorld } from './served-world.js';

type Handler = (session: Session, request: Request) => Answer | Promise<Answer>;

const HANDLERS: Readonly<Record<number, Handler>> = {
  [OPERATION.dm_op]: dmOp,
  [OPERATION.hypercall]: hypercall,
  [OPERATION.map_gfns]: ({ by }, { domid, body }) => mapGfns(by, domid, body),
  [OPERATION.map_resource]: ({ by }, { domid, body }) => mapResource(by, domid, body),
  [OPERATION.map_grants]: grant,
  [OPERATION.evtchn]: evtchn,
};

const NR_ARGS = 5;
const RELEASE = 2;

export class Session {
  readonly by: CallBy;
  readonly served: ServedWorld;
  /** Grants that are mapped: domid and ref. */
  readonly grants = new Set<string>();
  readonly #leave: () => void;

  constructor(served: ServedWorld, caller: number) {
    this.served = served;
    this.by = { host: served.world.host, caller };
    this.#leave = served.join();
  }

  async answer(request: Request): Promise<Answer> {
    try {
      const handler = HANDLERS[request.operation];
      return (await handler?.(this, request)) ?? { result: -ERRNO.ENOSYS };
    } catch (error) {
      if (error instanceof XenError) return { result: error.rc };
      throw error;
    }
  }

  end(): void {
    this.#leave();
    for (const grant of this.grants) {
      const [domid = 0, ref = 0] = grant.split(':').map(Number);
      if (this.by.host.find(domid) !== undefined) unmapGrant(this.by, domid, ref);
    }
  }
}

async function dmOp({ by }: Session, { domid, body }: Request): Promise<Answer> {
  const buffers = buffersOf(viewOf(body));
  return { result: await callDmOp({ ...by, domid }, buffers), body };
}

/**
 * `u64 number`, `u64 args[5]`, pieces of memory. The result is 1 where memory is wanted, with its `u64 address` and
 * `u64 bytes`; else 0, with `i64` what the call returns and the pieces that it has written.
 */
async function hypercall({ by }: Session, { body }: Request): Promise<Answer> {
  const word = (index: number) => body.readBigUInt64LE(index * 8);
  const args = Array.from({ length: NR_ARGS }, (_, index) => word(1 + index));
  const memory = new CallerMemory(body.subarray((1 + NR_ARGS) * 8));
  const head = Buffer.alloc(8);
  try {
    const returned = await prepare(by, Number(word(0)), args, memory)();
    head.writeBigInt64LE(BigInt(returned));
    return { result: 0, body: Buffer.concat([head, memory.written()]) };
  } catch (error) {
    if (!(error instanceof Wanted)) throw error;
    const wanted = Buffer.alloc(16);
    wanted.writeBigUInt64LE(error.address, 0);
    wanted.writeBigUInt64LE(BigInt(error.length), 8);
    return { result: 1, body: wanted };
  }
}

function grant(session: Session, { domid, body }: Request): Answer {
  const ref = body.readUInt32LE(0);
  const name = `${domid}:${ref}`;
  if (body.readUInt32LE(4) === RELEASE) {
    if (session.grants.delete(name)) unmapGrant(session.by, domid, ref);
    return { result: 0 };
  }
  const answer = mapGrant(session.by, domid, body);
  session.grants.add(name);
  return answer;
}

/** `u32 handle`, `u32 command`, `u32` two arguments. */
function evtchn({ served }: Session, { body }: Request): Answer {
  const [handle, command] = [body.readUInt32LE(0), body.readUInt32LE(4)];
  const [a, b] = [body.readUInt32LE(8), body.readUInt32LE(12)];
  return { result: served.device(handle)?.call(command, a, b) ?? -ERRNO.ENODEV };
}
