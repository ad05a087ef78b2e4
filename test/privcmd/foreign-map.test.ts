import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createIoreqServer, gpa, runTask } from '../../src/hypervisor/index.js';
import { mapGfns, mapGrant, mapResource, unmapGrant } from '../../src/privcmd/foreign-map.js';
import type { Answer } from '../../src/privcmd/protocol.js';
import { sharingMachine } from '../support/privcmd.js';

describe('mapping what is another domain’s', () => {
  const { host, domain, end } = sharingMachine();
  afterAll(end);
  const by = { host, caller: 0 };
  const { domid } = domain;

  const list = (...gfns: number[]) => {
    const body = Buffer.alloc(8 + gfns.length * 8);
    body.writeUInt32LE(gfns.length, 0);
    for (const [index, gfn] of gfns.entries()) body.writeBigUInt64LE(BigInt(gfn), 8 + index * 8);
    return body;
  };
  const resource = (type: number, index: number, nr: number) => {
    const body = Buffer.alloc(24);
    for (const [at, value] of [
      [0, type],
      [8, index],
      [16, nr],
    ] as const)
      body.writeUInt32LE(value, at);
    return body;
  };
  const grant = (ref: number, how: number) => {
    const body = Buffer.alloc(8);
    body.writeUInt32LE(ref, 0);
    body.writeUInt32LE(how, 4);
    return body;
  };
  const placesOf = ({ body = Buffer.alloc(0) }: Answer) => {
    const length = body.readUInt32LE(0);
    const places = [];
    for (let at = 8 + Math.ceil(length / 8) * 8; at < body.length; at += 8)
      places.push(Number(body.readBigInt64LE(at)));
    return { path: body.toString('utf8', 8, 8 + length), places };
  };

  it('maps pages by gfn, with an errno for each hole', () => {
    domain.ram.write(gpa(0x5000), Uint8Array.of(0x2a));
    const { path, places } = placesOf(mapGfns(by, domid, list(5, 0xa0, 4)));

    expect(places.map((place) => Math.min(0, place))).toEqual([0, -22, 0]);
    expect(readFileSync(path)[(places[0] ?? 0) * 4096]).toBe(0x2a);
    expect(() => mapGfns(by, 99, list(1))).toThrow(expect.objectContaining({ errno: 'ESRCH' }));
  });

  it('maps the pages of an ioreq server and of the grant table', async () => {
    runTask(createIoreqServer(domain, host.caller(0), 2), () => false);

    expect(placesOf(await mapResource(by, domid, resource(0, 0, 2))).places).toHaveLength(2);
    expect(await mapResource(by, domid, resource(0, 0, 0))).toEqual({ result: 2 });
    expect(await mapResource(by, domid, resource(1, 0, 0))).toEqual({ result: 64 });
    expect(placesOf(await mapResource(by, domid, resource(1, 63, 2))).places[1]).toBe(-22);
    await expect(mapResource(by, domid, resource(7, 0, 1))).rejects.toMatchObject({
      errno: 'EOPNOTSUPP',
    });
  });

  it('maps a page that the domain grants, and says in the entry that it is mapped', () => {
    const table = domain.machine.writablePage(domain.memory.shared.grantFrame(0));
    const entry = new DataView(table.buffer, table.byteOffset + 8 * 8, 8);
    entry.setUint16(0, 1 | 4, true);
    entry.setUint32(4, 5, true);

    expect(placesOf(mapGrant(by, domid, grant(8, 0))).places).toHaveLength(1);
    expect(entry.getUint16(0, true)).toBe(1 | 4 | 8);
    expect(() => mapGrant(by, domid, grant(8, 1))).toThrow(
      expect.objectContaining({ errno: 'EACCES' }),
    );
    expect(() => mapGrant(by, domid, grant(9, 0))).toThrow(
      expect.objectContaining({ errno: 'EACCES' }),
    );
    unmapGrant(by, domid, 8);
    expect(entry.getUint16(0, true)).toBe(1 | 4);
  });
});
