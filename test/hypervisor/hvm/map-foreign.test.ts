import { describe, expect, it } from 'vitest';
import { mapGfns, mapServerFrame } from '../../../src/hypervisor/hvm/map-foreign.js';
import { addServer, hostWithRam } from '../../support/host.js';

describe('a foreign mapping', () => {
  it('keeps a dying domain, with the pages that it holds', () => {
    const { host, d1 } = hostWithRam(4);
    const id = mapGfns(d1, 0, 1, 2);
    host.destroyDomain(1);
    expect([host.find(1) === d1, d1.dying, d1.pages]).toEqual([true, true, 2]);

    expect(host.unmap(d1, id)).toBe(true);
    expect(host.find(1)).toBeUndefined();
  });

  it('goes with the domain that has it', () => {
    const { host, d1 } = hostWithRam(4);
    const other = host.createDomain();
    mapGfns(d1, other.domid, 0, 1);
    host.destroyDomain(1);

    host.destroyDomain(other.domid);
    expect(host.find(1)).toBeUndefined();
  });

  it('is of a frame that an ioreq server shares, which is none of the domain’s pages', () => {
    const { host, d1 } = hostWithRam(4);
    const server = addServer(host, d1);

    const id = mapServerFrame(d1, 0, server.id, 1);

    expect(d1.mappings.find(id)).toEqual({
      by: 0,
      frames: [server.ioreqPage.mfn],
      areOwn: false,
    });
  });

  it('is refused where there is no RAM, or no server', () => {
    const { d1 } = hostWithRam(4);

    expect(() => mapGfns(d1, 0, 3, 2)).toThrow(expect.objectContaining({ errno: 'EINVAL' }));
    expect(() => mapServerFrame(d1, 0, 0, 1)).toThrow(expect.objectContaining({ errno: 'ENOENT' }));
    expect(d1.mappings.isEmpty).toBe(true);
  });
});
