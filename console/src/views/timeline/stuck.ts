/** Why a request is not answered, as far as anybody can tell from outside the device model. */

import type { Answer } from '../../answer.js';
import { deliveriesInWords } from '../../parts/why-blocked.js';
import type { Request } from './timeline-model.js';

export type Server = Answer<'listIoreqServers'>['ioreq_servers'][number];

/** In milliseconds: a device model that is there answers sooner. */
export const LONG = 1000;

export function whyStuck(
  { ioservid, vcpu, deliveries }: Request,
  servers: readonly Server[],
): string {
  const server = servers.find(({ id }) => id === ioservid);
  if (server === undefined) return `ioreq server ${ioservid} is gone: nobody will answer`;
  if (!server.enabled) return `ioreq server ${ioservid} is disabled`;
  if (!server.pending.includes(vcpu))
    return 'it was answered, or withdrawn, without a record of it';
  return deliveriesInWords(deliveries);
}
