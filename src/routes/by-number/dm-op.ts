/** The binary interface of device models: the buffers of HYPERVISOR_dm_op as they lie in memory, one call or many. */

import type { FastifyInstance } from 'fastify';
import { buffersOf, viewOf } from './buffers.js';
import { callDmOp } from './dm-op-call.js';
import { runBatch } from './dm-op-batch.js';
import { DM_OP_BATCH, OCTETS, SOME_OCTETS, octetsOf, octetsSchema } from '../http/octets.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { track } from '../world/tasks.js';
import { CALLER, DOMID, PREEMPT_AFTER } from '../wire/url-words.js';
import { hostOf } from '../world/world-of.js';

const MOST_BYTES = 16 * 2 ** 20;

const headers = struct({ 'xen-caller-domid': CALLER, 'xen-preempt-after': PREEMPT_AFTER });

interface OfDmOp {
  Params: { domid: number };
  Headers: { 'xen-caller-domid'?: number; 'xen-preempt-after'?: number };
}

export function dmOpRoutes(app: FastifyInstance): void {
  app.post<OfDmOp>(
    '/domains/:domid/dm_op',
    { bodyLimit: MOST_BYTES, schema: DM_OP },
    async (request, reply) => {
      const host = hostOf(request);
      const { 'xen-caller-domid': caller, 'xen-preempt-after': preemptAfter } = request.headers;
      const body = octetsOf(request.body);
      if (request.headers['content-type']?.startsWith(DM_OP_BATCH)) {
        await track(host, runBatch({ host, caller, preemptAfter }, viewOf(body)));
        return reply.type(DM_OP_BATCH).send(body);
      }
      const to = { host, caller, preemptAfter, domid: request.params.domid };
      const rc = await callDmOp(to, buffersOf(viewOf(body)));
      return reply.type(OCTETS).send(answerOf(rc, body));
    },
  );
}

/** `i32 rc`, and the buffers in the form in which they came. */
export function answerOf(rc: number, body: Uint8Array): Buffer {
  const answer = Buffer.alloc(RC_BYTES + Math.max(body.length, NR_BUFS_BYTES));
  answer.writeInt32LE(rc);
  answer.set(body, RC_BYTES);
  return answer;
}

const RC_BYTES = 4;
const NR_BUFS_BYTES = 4;

const DM_OP = schemaOf({
  id: 'dmOp',
  tag: 'dmop',
  summary: 'Call a DMOP by its buffers',
  description:
    'As HYPERVISOR_dm_op takes them, little endian: `u32 nr_bufs`, then for each buffer `u32 size` and its bytes; size ' +
    '0xffffffff stands for a bad pointer and has no bytes. The first buffer is `struct xen_dm_op`: `u32 op`, `u32 pad`, ' +
    "and from byte 8 the operation's own struct, where `x-c-layout` of each DMOP says where its members lie; the second has the extents of " +
    'modified_memory or the bitmap of track_dirty_vram. The answer is `i32 rc` and the buffers as Xen would have left them; ' +
    "what Xen refuses is a negative rc, with status 200. The domain's profile says which Xen answers: before 4.9 there is " +
    'no dm_op, ENOSYS. A call that `Xen-Preempt-After` has stopped returns -85 and has written where it goes on into its ' +
    'struct, as Xen does before it starts a call anew: the same buffers sent again go on.\n\n' +
    `A batch (\`${DM_OP_BATCH}\`) is \`u32 count\`, then each call, prefixed by \`u16 domid, u16 0\`; the domain in the path ` +
    'does not count. The answer is the same, with `i32 rc` in place of each prefix.',
  params: struct({ domid: DOMID }),
  headers,
  body: octetsSchema('The buffers.'),
  bodyType: [OCTETS, DM_OP_BATCH],
  example: SOME_OCTETS,
  answers: {
    200: {
      description: 'What it returned, and the buffers.',
      mediaType: [OCTETS, DM_OP_BATCH],
      schema: octetsSchema('The return code and the buffers.'),
      example: SOME_OCTETS,
    },
  },
  problems: {
    'malformed-buffers': 'The body does not hold what it says, or more.',
    'not-octets': 'The body is no octet stream.',
  },
  hazard: 'The operation would: see there. Of a batch the calls before it are done.',
});
