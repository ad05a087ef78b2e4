import { EventEmitter } from 'node:events';
import type { WebSocket } from '@fastify/websocket';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IoreqStream } from '../../../src/routes/device-models/ioreq-stream.js';
import { ProblemError, ownProblem } from '../../../src/routes/problems/problem.js';
import { JSON_PROTOCOL } from '../../../src/routes/device-models/stream-protocols.js';
import { World } from '../../../src/routes/world/world.js';
import { addServer, hostWithRam } from '../../support/host.js';

class Socket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly send = vi.fn();
  readonly close = vi.fn();
  readonly ping = vi.fn();
  readonly terminate = vi.fn();
}

function setup() {
  const { host, d1 } = hostWithRam(1);
  const server = addServer(host, d1);
  const socket = new Socket();
  const world = new World(host);
  const options = { world, server, protocol: JSON_PROTOCOL, fits: () => true };
  new IoreqStream(socket as unknown as WebSocket, options).open();
  return { world, server, socket };
}

describe('IoreqStream', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('ends the connection of a client that does not answer its pings', () => {
    const { socket } = setup();

    vi.advanceTimersByTime(30_000);
    socket.emit('pong');
    vi.advanceTimersByTime(30_000);
    expect([socket.ping.mock.calls.length, socket.terminate.mock.calls.length]).toEqual([2, 0]);

    vi.advanceTimersByTime(30_000);
    expect(socket.terminate).toHaveBeenCalledOnce();
  });

  it('closes with 1013 when the client does not read', () => {
    const { socket } = setup();
    socket.bufferedAmount = 5 * 2 ** 20;

    socket.emit('message', Buffer.from('{"completions":[{"vcpu":0,"seq":1}]}'));

    expect(socket.close).toHaveBeenCalledWith(1013, 'requests pile up unread');
  });

  it('closes with 1001 when its world ends', () => {
    const { socket, world } = setup();

    world.end(new ProblemError(ownProblem('shutting-down', 'the service is ending')));

    expect(socket.close).toHaveBeenCalledWith(1001, 'the service is ending');
  });

  it('looks for requests after those events alone that can have brought one', async () => {
    const { socket, world, server } = setup();
    const looked = vi.spyOn(server.requests, 'outstanding');

    world.listeners.hear({ type: 'access', domid: 1, vcpu: 0, accessId: 1 });
    await vi.advanceTimersByTimeAsync(0);
    expect(looked).not.toHaveBeenCalled();

    world.listeners.hear({ type: 'ioreq', domid: 1, ioservid: server.id, vcpu: 0 });
    await vi.advanceTimersByTimeAsync(0);
    expect(looked).toHaveBeenCalledOnce();
    expect(socket.send).not.toHaveBeenCalled();
  });

  it('hears nothing more when the connection has closed', () => {
    const { socket, world } = setup();
    socket.readyState = 3;

    socket.emit('close');
    world.listeners.hear({ type: 'bufioreq', domid: 1, ioservid: 0 });

    expect(vi.getTimerCount()).toBe(0);
  });
});
