import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';
import { openDeviceModelSockets } from '../../src/server/device-model-sockets.js';

it('listens where it is told to, and not any more once the service has ended', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sockets-'));
  const privcmdSocket = join(directory, 'privcmd');
  const xenstoredSocket = join(directory, 'xenstored');
  const app = await buildApp({ host: new Host() });
  await openDeviceModelSockets(app, { privcmdSocket, xenstoredSocket });
  await app.ready();

  const hello = Buffer.from('14000000' + '00000000' + '010000000000000000000000', 'hex');
  const calls = connect(privcmdSocket);
  calls.write(hello);
  const [answer] = (await once(calls, 'data')) as [Buffer];
  expect(answer.readInt32LE(4)).toBe(0);
  const store = connect(xenstoredSocket);
  store.write(Buffer.from('02000000' + '00000000'.repeat(2) + '06000000', 'hex'));
  store.write('domid\0');
  const [read] = (await once(store, 'data')) as [Buffer];
  expect(read.toString('latin1', 16)).toBe('0');

  const cut = Promise.all([once(calls, 'close'), once(store, 'close')]);
  await app.close();
  await cut;
  expect([privcmdSocket, xenstoredSocket].map((path) => existsSync(path))).toEqual([false, false]);
  rmSync(directory, { recursive: true });
});

it('opens nothing where nothing is asked for', async () => {
  const app = await buildApp({ host: new Host() });
  await openDeviceModelSockets(app, { privcmdSocket: undefined, xenstoredSocket: undefined });
  await app.close();
});
