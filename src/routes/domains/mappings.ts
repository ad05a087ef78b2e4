/** Pages of a domain as another has them mapped: they stay while the domain, or the server that shares them, goes. */

import type { FastifyInstance } from 'fastify';
import { PAGE_SIZE, XenError, mapGfns, mapServerFrame, type Host } from '../../hypervisor/index.js';
import { LIST, MAP, READ, UNMAP, WRITE, listed, made, mapBody } from './mapping-schema.js';
import { OCTETS, octetsOf } from '../http/octets.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import type { StructValue } from '../wire/struct.js';
import { hostOf } from '../world/world-of.js';

interface OfMapping {
  Params: { domid: number; id: number };
  Querystring: { offset: number };
}

export function mappingRoutes(app: FastifyInstance): void {
  app.post<{ Params: { domid: number }; Headers: { 'xen-caller-domid'?: number }; Body: object }>(
    '/domains/:domid/mappings',
    { schema: MAP },
    (request, reply) => {
      const by = request.headers['xen-caller-domid'] ?? 0;
      const id = mapped(hostOf(request), request.params.domid, by, mapBody.decode(request.body));
      return reply.code(201).send(made.encode({ id }));
    },
  );

  app.get<{ Params: { domid: number } }>(
    '/domains/:domid/mappings',
    { schema: LIST },
    (request) => {
      const { mappings } = hostOf(request).domain(request.params.domid);
      return listed.encode({
        mappings: [...mappings.all].map(([id, { by, frames }]) => ({
          id,
          by,
          pages: frames.length,
        })),
      });
    },
  );

  app.get<OfMapping>('/domains/:domid/mappings/:id', { schema: READ }, (request, reply) => {
    const { host, frames } = mappingOf(hostOf(request), request.params);
    const pages = frames.map((mfn) => host.machine.page(mfn) ?? new Uint8Array(PAGE_SIZE));
    return reply.type(OCTETS).send(Buffer.concat(pages));
  });

  app.put<OfMapping & { Body: Buffer }>(
    '/domains/:domid/mappings/:id',
    { schema: WRITE },
    (request, reply) => {
      const { host, frames } = mappingOf(hostOf(request), request.params);
      write(host, frames, request.query.offset, octetsOf(request.body));
      return reply.code(204).send();
    },
  );

  app.delete<OfMapping>('/domains/:domid/mappings/:id', { schema: UNMAP }, (request, reply) => {
    const host = hostOf(request);
    const { domid, id } = request.params;
    if (!host.unmap(host.domain(domid), id)) throw noSuchMapping(domid, id);
    return reply.code(204).send();
  });
}

function mapped(
  host: Host,
  domid: number,
  by: number,
  { first_gfn, nr, ioservid, frame }: StructValue<typeof mapBody.fields>,
): number {
  const domain = host.domain(domid);
  if (ioservid !== undefined) return mapServerFrame(domain, by, ioservid, frame);
  if (first_gfn === undefined)
    throw new XenError('EINVAL', 'neither first_gfn nor ioservid says what is to be mapped');
  return mapGfns(domain, by, first_gfn, nr);
}

function mappingOf(host: Host, { domid, id }: OfMapping['Params']) {
  const mapping = host.domain(domid).mappings.find(id);
  if (mapping === undefined) throw noSuchMapping(domid, id);
  return { host, frames: mapping.frames };
}

const noSuchMapping = (domid: number, id: number) =>
  new ProblemError(ownProblem('no-such-page', `domain ${domid} has no mapping ${id}`));

function write(host: Host, frames: readonly number[], offset: number, bytes: Uint8Array): void {
  const room = frames.length * PAGE_SIZE;
  if (offset + bytes.length > room)
    throw new XenError('EINVAL', `${bytes.length} bytes from ${offset} on do not fit ${room}`);
  for (let done = 0; done < bytes.length;) {
    const at = offset + done;
    const start = at % PAGE_SIZE;
    const here = Math.min(PAGE_SIZE - start, bytes.length - done);
    const mfn = frames[Math.floor(at / PAGE_SIZE)] ?? 0;
    host.machine.writablePage(mfn).set(bytes.subarray(done, done + here), start);
    done += here;
  }
}
