import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveShim } from '../../src/privcmd/privcmd-socket.js';
import { OPERATION } from '../../src/privcmd/protocol.js';
import { sharingMachine, words } from '../support/privcmd.js';

describe('the socket of shims', () => {
  const { hosts, world, domain, directory, end } = sharingMachine();
  const path = join(directory, 'privcmd');
  const complaints: string[] = [];
  const server = createServer((socket) => {
    serveShim(socket, hosts, { complain: (why) => complaints.push(why) });
  });
  beforeAll(() => once(server.listen(path), 'listening'));
  afterAll(() => {
    server.close();
    end();
  });

  const message = (operation: number, body: string) =>
    Buffer.from(words([4, 8 + body.length / 2], [2, operation], [2, domain.domid]) + body, 'hex');
  const hello = (kind: number, { version = 1, caller = 0, name = '' } = {}) =>
    message(
      OPERATION.hello,
      words([4, version], [4, kind], [4, caller]) + Buffer.from(name).toString('hex'),
    );
  const next = async (socket: Socket) => ((await once(socket, 'data')) as [Buffer])[0];
  const open = async (greeting: Buffer) => {
    const socket = connect(path);
    socket.write(greeting);
    return { socket, result: (await next(socket)).readInt32LE(4) };
  };

  it('answers calls in their order', async () => {
    const { socket, result } = await open(hello(0));
    expect(result).toBe(0);
    const shared = message(OPERATION.map_gfns, words([8, 1], [8, 5]));
    socket.write(Buffer.concat([message(99, ''), shared]));
    let bytes = Buffer.alloc(0);
    while (bytes.length < 16) bytes = Buffer.concat([bytes, await next(socket)]);

    expect([bytes.readInt32LE(4), bytes.readInt32LE(12)]).toEqual([-38, 0]);
    socket.destroy();
  });

  it('is itself the descriptor of an event channel device', async () => {
    const { socket: calls } = await open(hello(0));
    const { socket, result: handle } = await open(hello(1));
    const event = next(socket);
    calls.write(message(OPERATION.evtchn, words([4, handle], [4, 1], [4, domain.domid], [4, 1])));
    const port = (await next(calls)).readInt32LE(4);
    expect((await event).readUInt32LE(0)).toBe(port);

    const again = next(socket);
    domain.eventChannels.send(1);
    socket.write(Buffer.from(words([4, port]), 'hex'));
    expect((await again).readUInt32LE(0)).toBe(port);
    socket.destroy();
    await expect.poll(() => domain.eventChannels.status(1).state).toBe('unbound');
    calls.destroy();
  });

  it.each([
    ['another version', hello(0, { version: 2 }), -95],
    ['a host that is not there', hello(0, { name: 'nowhere' }), -19],
    ['a caller that is not there', hello(0, { caller: 77 }), -3],
    ['a kind that there is not', hello(7), -22],
  ])('refuses %s', async (_, greeting, errno) => {
    const { socket, result } = await open(greeting);
    expect(result).toBe(errno);
    socket.destroy();
  });

  it('cuts what is no message, and says so', async () => {
    const socket = connect(path);
    socket.write(Buffer.alloc(8));
    await once(socket, 'close');
    expect(complaints).toEqual([expect.stringMatching(/message of 0 bytes/)]);
  });

  it('cuts everybody when the machine goes', async () => {
    const { socket } = await open(hello(0));
    for (const end of world.endings) end();
    await once(socket, 'close');
  });
});
