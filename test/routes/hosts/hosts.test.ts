import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Host } from '../../../src/hypervisor/index.js';
import { Hosts } from '../../../src/routes/hosts/hosts.js';
import { hostOf } from '../../../src/routes/world/world-of.js';
import { api } from '../../support/api.js';

function setup() {
  const [first, second] = [new Host(), new Host()];
  const hosts = new Hosts(first);
  hosts.add('ci-7', second);
  const routed = (url: string) => {
    const raw = { url } as IncomingMessage;
    const path = hosts.route(raw);
    const of = (() => {
      try {
        return hostOf({ raw });
      } catch {
        return undefined;
      }
    })();
    return [path, of === first ? 'default' : of === second ? 'ci-7' : undefined];
  };
  return { routed };
}

describe('Hosts', () => {
  // prettier-ignore
  it.each([
    ['/domains',                     '/domains',               'default'],
    ['/domains?x=/hosts/ci-7/',      '/domains?x=/hosts/ci-7/', 'default'],
    ['/hosts/default/domains',       '/domains',               'default'],
    ['/hosts/ci-7/domains/1/ram?gpa=0', '/domains/1/ram?gpa=0', 'ci-7'],
    ['/hosts/ci-7/',                 '/',                      'ci-7'],
    ['/hosts/ci-7',                  '/hosts/ci-7',            undefined],
    ['/hosts/ci-7?x=1',              '/hosts/ci-7?x=1',        undefined],
    ['/hosts/ci-8/domains',          '/hosts/ci-8/domains',    undefined],
    ['/hosts/ci-7/hosts/ci-7/domains', '/hosts/ci-7/hosts/ci-7/domains', undefined],
    ['/hosts/ci-7/healthz',          '/hosts/ci-7/healthz',    undefined],
    ['/hosts/ci-7/docs/x.css',       '/hosts/ci-7/docs/x.css', undefined],
    ['/hosts/__proto__/domains',     '/hosts/__proto__/domains', undefined],
  ])('routes %s by %s, for %s', (url, path, host) => {
    const { routed } = setup();

    expect(routed(url)).toEqual([path, host]);
  });

  it('keep apart what is created, and say where it is', async () => {
    const { app, get, post } = await api();
    app.hosts.add('ci-7', new Host());

    const created = await post('/hosts/ci-7/domains', { memory_mib: 1 });

    expect(created.headers['location']).toBe('/hosts/ci-7/domains/1');
    expect((await get('/hosts/ci-7/domains')).body.domains).toHaveLength(1);
    expect((await get('/domains')).body.domains).toEqual([]);
  });

  it('are found by WebSockets as well', async () => {
    const { app, post } = await api();
    app.hosts.add('ci-7', new Host());
    await post('/hosts/ci-7/domains', { memory_mib: 1 });
    await post('/hosts/ci-7/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;

    const url = `ws://127.0.0.1:${port}/hosts/ci-7/domains/1/ioreq-servers/0/stream`;
    const socket = new WebSocket(url, 'fakexen.ioreq.v1');
    await once(socket, 'open');

    socket.close();
    await once(socket, 'close');
  });
});
