import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { responderOf } from '../../../src/routes/device-models/auto-responder.js';
import { AutoResponder } from '../../../src/routes/device-models/auto-responder.js';
import { JSON_FORM } from '../../../src/routes/snapshot/json-form.js';
import { documentOf, restored } from '../../../src/routes/snapshot/world-document.js';
import { World } from '../../../src/routes/world/world.js';
import { knownXenstoreOf, xenstoreOf } from '../../../src/routes/xenstore/xenstore-of.js';
import { addServer, hostWithRam } from '../../support/host.js';

const plain = (document: object) => JSON.parse(JSON.stringify(document)) as object;

describe('restored', () => {
  it('is a machine, and what is to be done once it is served', async () => {
    const { host, d1 } = hostWithRam(1);
    const world = new World(host);
    new AutoResponder(world, addServer(host, d1), 'pattern').attach();

    const { host: other, furnish } = await restored(
      plain(documentOf(world, JSON_FORM)),
      JSON_FORM,
      host.settings,
    );
    const server = other.domain(1).ioreqServers.find(0);
    expect(server && responderOf(server)).toBeUndefined();
    furnish(new World(other));

    expect(server && responderOf(server)?.mode).toBe('pattern');
  });

  it('has the store of the host, once somebody has asked for it', async () => {
    const { host } = hostWithRam(1);
    const world = new World(host);
    const again = async () => {
      const document = plain(documentOf(world, JSON_FORM));
      const { host: other, furnish } = await restored(document, JSON_FORM, host.settings);
      const next = new World(other);
      furnish(next);
      return knownXenstoreOf(next);
    };
    expect(await again()).toBeUndefined();
    xenstoreOf(world).write('/mine', 'x');

    const store = await again();

    expect(String.fromCharCode(...(store?.get('/mine')?.value ?? []))).toBe('x');
  });

  it('may hold no more than the host that it is for', async () => {
    const document = plain(documentOf(new World(new Host()), JSON_FORM));

    const { host } = await restored(document, JSON_FORM, { backedPages: 9 });

    expect(host.settings.backedPages).toBe(9);
  });

  it('points at what is wrong', async () => {
    await expect(restored({}, JSON_FORM, { backedPages: 1 })).rejects.toMatchObject({
      problem: { status: 400, errors: [{ pointer: '/format' }] },
    });
    await expect(restored(null, JSON_FORM, { backedPages: 1 })).rejects.toThrow('an object');
  });
});
