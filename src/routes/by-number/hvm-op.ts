/** The binary interface of HVMOPs: the struct of HYPERVISOR_hvm_op as it lies in memory. */

import type { FastifyInstance } from 'fastify';
import { buffersOf, viewOf } from './buffers.js';
import { answerOf } from './dm-op.js';
import { callHvmOp } from './hvm-op-call.js';
import { OCTETS, SOME_OCTETS, octetsOf, octetsSchema } from '../http/octets.js';
import { schemaOf } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { DOMID, PREEMPT_AFTER, SELF_CALLER, withExample } from '../wire/url-words.js';
import { u32 } from '../wire/wire.js';
import { hostOf } from '../world/world-of.js';

const params = struct({ domid: DOMID, number: withExample(u32('The operation.'), 5) });
const headers = struct({ 'xen-caller-domid': SELF_CALLER, 'xen-preempt-after': PREEMPT_AFTER });

const CONTINUATION = 'Xen-Continuation';

interface OfHvmOp {
  Params: { domid: number; number: number };
  Headers: { 'xen-caller-domid'?: number; 'xen-preempt-after'?: number };
}

export function hvmOpRoutes(app: FastifyInstance): void {
  app.post<OfHvmOp>(
    '/domains/:domid/hvm_op/:number',
    { schema: HVM_OP },
    async (request, reply) => {
      const { domid, number } = request.params;
      const body = octetsOf(request.body);
      const { 'xen-caller-domid': caller, 'xen-preempt-after': preemptAfter } = request.headers;
      const to = { host: hostOf(request), caller, preemptAfter, domid };
      const rc = await callHvmOp(to, number, buffersOf(viewOf(body)), (next) => {
        reply.header(CONTINUATION, next);
      });
      return reply.type(OCTETS).send(answerOf(rc, body));
    },
  );
}

const HVM_OP = schemaOf({
  id: 'hvmOp',
  tag: 'hvmop',
  summary: 'Call an HVMOP by its struct',
  description:
    'As HYPERVISOR_hvm_op takes it, little endian and in the form of `…/dm_op`: `u32 nr_bufs`, then for each buffer ' +
    '`u32 size` and its bytes; size 0xffffffff stands for a bad pointer. The first buffer is the struct that the argument ' +
    "points at, none a null pointer; a second one is what the struct's own pointer points at: the bitmap of " +
    'track_dirty_vram. The domain that the struct names counts; that in the path says which Xen answers, and is the caller ' +
    'of what a domain does about itself. The answer is `i32 rc` and the buffers as Xen would have left them, with ' +
    'status 200. From 4.9 on, what has become a DMOP is ENOSYS. Of a call that `Xen-Preempt-After` has stopped, -85, the ' +
    'header `Xen-Continuation` has the number that goes on: Xen keeps there how far it is, above the low 8 bits.',
  params,
  headers,
  body: octetsSchema('The buffers.'),
  bodyType: OCTETS,
  example: SOME_OCTETS,
  answers: {
    200: {
      description: 'What it returned, and the buffers.',
      mediaType: OCTETS,
      headers: {
        [CONTINUATION]: {
          type: 'integer',
          minimum: 0,
          description: 'The number by which a call goes on that has stopped.',
        },
      },
      schema: octetsSchema('The return code and the buffers.'),
      example: SOME_OCTETS,
    },
  },
  problems: {
    'malformed-buffers': 'The body does not hold what it says, or more.',
    'not-octets': 'The body is no octet stream.',
  },
  hazard: 'The operation would: see there.',
});
