import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listenAt, removeStale } from '../../src/server/unix-socket.js';

it('listens where nobody does, and touches nothing that is somebody’s', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'unix-'));
  const path = join(directory, 'socket');
  const server = await listenAt(path, 'some-socket', (socket) =>
    socket.on('error', () => undefined).end('here'),
  );
  const [bytes] = (await once(connect(path), 'data')) as [Buffer];
  expect(bytes.toString()).toBe('here');
  await expect(listenAt(path, 'some-socket', () => undefined)).rejects.toThrow(/somebody listens/);
  server.close();

  const file = join(directory, 'file');
  writeFileSync(file, '');
  await expect(removeStale(file, 'some-socket')).rejects.toThrow(/^some-socket: .* is no socket/);
  await removeStale(join(directory, 'nothing'), 'some-socket');
  expect(existsSync(file)).toBe(true);
  const other = createServer().listen(join(directory, 'other'));
  await once(other, 'listening');
  await expect(removeStale(join(directory, 'other'), 'x')).rejects.toThrow(/somebody/);
  other.close();
  rmSync(directory, { recursive: true });
});
