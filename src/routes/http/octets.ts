/** Bodies that are bytes as they lie in memory. */

import type { FastifyInstance } from 'fastify';
import { ProblemError, ownProblem } from '../problems/problem.js';

export const OCTETS = 'application/octet-stream';

/** Many DMOPs one after the other. */
export const DM_OP_BATCH = 'application/vnd.fakexen.dm-op-batch';

/** JSON Schema cannot tell bytes from anything else. */
export const octetsSchema = (description: string) => ({ contentMediaType: OCTETS, description });

/** What stands in the OpenAPI document for bytes. */
export const SOME_OCTETS = '(bytes)';

export function acceptOctets(app: FastifyInstance): void {
  app.addContentTypeParser([OCTETS, DM_OP_BATCH], { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
}

/** The bytes of a body; no body is no bytes. */
export function octetsOf(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  throw new ProblemError(ownProblem('not-octets', `the body is to be ${OCTETS}`));
}
