import { EventEmitter } from 'node:events';
import type { WebSocket } from '@fastify/websocket';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IoreqStream } from '../../src/routes/ioreq-stream.js';
import { Listeners } from '../../src/routes/listeners.js';
import { JSON_PROTOCOL } from '../../src/routes/stream-protocols.js';
import { addServer, hostWithRam } from '../support/host.js';

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
  const listeners = new Listeners();
  const options = { host, server, protocol: JSON_PROTOCOL, fits: () => true, listeners };
  new IoreqStream(socket as unknown as WebSocket, options).open();
  return { host, server, socket, listeners };
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

  it('hears nothing more when the connection has closed', () => {
    const { socket, listeners } = setup();
    socket.readyState = 3;

    socket.emit('close');
    listeners.hear({ type: 'bufioreq', domid: 1, ioservid: 0 });

    expect(vi.getTimerCount()).toBe(0);
  });
});
