import { describe, expect, it } from 'vitest';
import { startAccess } from '../../../src/hypervisor/index.js';
import { AutoResponder, responderOf } from '../../../src/routes/device-models/auto-responder.js';
import { World } from '../../../src/routes/world/world.js';
import { addServer, hostWithRam } from '../../support/host.js';

function setup(handleBufioreq = 0) {
  const { host, d1 } = hostWithRam(1);
  const server = addServer(host, d1, { handleBufioreq });
  server.ranges('memory').add(0xf000_0000n, 0xf000_0fffn);
  const world = new World(host);
  const read = () => startAccess(d1, { vcpu: 0, kind: 'read', gpa: 0xf000_0010, size: 4 });
  return { host, server, world, read };
}

const afterEvents = () => Promise.resolve();

describe('AutoResponder', () => {
  it('answers what is pending when it is attached, and what comes', async () => {
    const { server, world, read } = setup();
    const pending = read();

    new AutoResponder(world, server, 'pattern').attach();
    expect(pending).toMatchObject({ outcome: 'completed', data: 0xa3a2a1a0n });

    const next = read();
    expect(next.outcome).toBe('pending');
    await afterEvents();
    expect(next.outcome).toBe('completed');
  });

  it('comes to an end with a ring whose pointers say more than it holds', () => {
    const { server, world } = setup(1);
    const ring = server.bufioreqPage.view!;
    ring.setUint32(0, 8, true);

    new AutoResponder(world, server, 'ones').attach();

    expect(ring.getUint32(0, true)).toBe(8 + 1024);
  });

  it('takes the place of the one before', async () => {
    const { server, world, read } = setup();
    new AutoResponder(world, server, 'ones').attach();

    new AutoResponder(world, server, 'zero').attach();

    const access = read();
    await afterEvents();
    expect(access.data).toBe(0n);
    expect(responderOf(server)?.mode).toBe('zero');
  });

  it('answers nothing once it is taken off, or its server has gone', async () => {
    const { host, server, world, read } = setup();
    new AutoResponder(world, server, 'ones').attach();
    const access = read();
    responderOf(server)!.detach();
    await afterEvents();
    expect(access.outcome).toBe('pending');

    new AutoResponder(world, server, 'ones').attach();
    host.destroyDomain(1);
    await afterEvents();
    expect(responderOf(server)).toBeUndefined();
  });
});
