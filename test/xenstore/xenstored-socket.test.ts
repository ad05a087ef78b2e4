import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TYPE, bytesOf, firstMessage, messageBytes } from '../../src/xenstore/wire.js';
import { serveXenstored } from '../../src/xenstore/xenstored-socket.js';
import { Xenstore } from '../../src/xenstore/xenstore.js';

it('answers over a Unix socket, and cuts those who say what is no message or whose store is gone', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'xenstored-'));
  const path = join(directory, 'socket');
  const endings = new Set<() => void>();
  const server = createServer((socket) => {
    serveXenstored(socket, { store: new Xenstore(), endings });
  });
  await once(server.listen(path), 'listening');

  const socket = connect(path);
  const payload = bytesOf(['domid']);
  socket.write(messageBytes({ type: TYPE.read, request: 1, transaction: 0, payload }));
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  expect(firstMessage(bytes)?.message.payload.toString()).toBe('0');
  socket.write(Buffer.alloc(16, 0xff));
  await once(socket, 'close');

  const other = connect(path);
  await once(other, 'connect');
  await expect.poll(() => endings.size).toBe(1);
  for (const end of endings) end();
  await once(other, 'close');
  server.close();
  rmSync(directory, { recursive: true });
});
