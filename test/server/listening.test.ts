import { connect, createServer } from 'node:net';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import fastify from 'fastify';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { listen, refuseUnguarded } from '../../src/server/listening.js';

const folder = mkdtempSync(join(tmpdir(), 'fakexen-listening-'));
const socket = join(folder, 'socket');
afterAll(() => rmSync(folder, { recursive: true }));

const appOf = () => {
  const app = fastify();
  onTestFinished(() => app.close());
  return app;
};
const at = (path: string) => ({ host: '127.0.0.1', port: 0, socket: path });

describe('refuseUnguarded', () => {
  const of =
    (host: string, more: object = {}, token?: string) =>
    () =>
      refuseUnguarded({ host, socket: undefined, insecure: false, ...more }, token);

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('lets %s be open', (host) => {
    expect(of(host)).not.toThrow();
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'xen.example', '127.example'])(
    'wants a token, or to be told that none is wanted, on %s',
    (host) => {
      expect(of(host)).toThrow(`${host} is beyond the loopback: set a token (--token`);
      expect(of(host, {}, 'sesame')).not.toThrow();
      expect(of(host, { insecure: true })).not.toThrow();
      expect(of(host, { socket })).not.toThrow();
    },
  );
});

describe('listen', () => {
  it('says where', async () => {
    const place = { host: '127.0.0.1', port: 0, socket: undefined };

    expect(await listen(appOf(), place)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('listens on a socket, and takes it away', async () => {
    const app = appOf();

    expect(await listen(app, at(socket))).toBe(`unix:${socket}`);
    await once(connect(socket).end(), 'connect');
    await expect(listen(appOf(), at(socket))).rejects.toThrow('somebody listens on');
    await app.close();
    expect(existsSync(socket)).toBe(false);
  });

  it('takes the place of a process that was killed', async () => {
    const dying = `require('net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`;
    spawnSync(process.execPath, ['-e', dying]);
    expect(existsSync(socket)).toBe(true);

    expect(await listen(appOf(), at(socket))).toBe(`unix:${socket}`);
  });

  it('touches nothing that is no socket', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'precious');

    await expect(listen(appOf(), at(file))).rejects.toThrow('is there and is no socket');
    expect(existsSync(file)).toBe(true);
  });

  it('says that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as { port: number };

    const place = { host: '127.0.0.1', port, socket: undefined };
    await expect(listen(appOf(), place)).rejects.toThrow('EADDRINUSE');
  });
});
