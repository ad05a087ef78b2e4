import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { World } from '../../../src/routes/world/world.js';
import { xenstoreOf } from '../../../src/routes/xenstore/xenstore-of.js';

describe('the store of a world', () => {
  it('is one, and has the domains that a toolstack has made before and since', () => {
    const host = new Host();
    const world = new World(host);
    host.createDomain({ toolstack: true, memoryMib: 8, name: 'one' });
    const store = xenstoreOf(world);
    host.createDomain({ memoryMib: 1 });
    host.createDomain({ toolstack: true, memoryMib: 8 });
    const nameOf = (domid: number) =>
      Buffer.from(store.get(`/local/domain/${domid}/name`)?.value ?? []).toString();

    expect(xenstoreOf(world)).toBe(store);
    expect([1, 2, 3].map(nameOf)).toEqual(['one', '', 'domain-3']);
  });

  it('says that a domain has shut down, and forgets one that is gone', () => {
    const host = new Host();
    const store = xenstoreOf(new World(host));
    const heard: string[] = [];
    store.watch({ path: '@releaseDomain', hear: (path) => heard.push(path) });
    const { domid } = host.createDomain({ toolstack: true, memoryMib: 8, paused: false });
    host.shutdownDomain(domid, 0);
    host.destroyDomain(domid);

    expect(heard.length).toBeGreaterThanOrEqual(2);
    expect(store.get(`/local/domain/${domid}`)).toBeUndefined();
  });
});
