import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { once } from 'node:events';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';
import { keyPairOf, renew } from '../../src/server/tls.js';

const folder = mkdtempSync(join(tmpdir(), 'fakexen-tls-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = { tlsCert: join(folder, 'crt'), tlsKey: join(folder, 'key') };
const use = (name: string) => {
  copyFileSync(`test/support/tls/${name}.crt`, files.tlsCert);
  copyFileSync(`test/support/tls/${name}.key`, files.tlsKey);
};

const subjectAt = async (port: number) => {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const { subject } = socket.getPeerCertificate();
  socket.destroy();
  return subject.CN;
};

describe('HTTPS', () => {
  it('is served with the certificate that is in the files, then with that which takes its place', async () => {
    use('first');
    const app = await buildApp({ host: new Host(), keyPair: await keyPairOf(files) });
    onTestFinished(() => app.close());
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    expect(await subjectAt(port)).toBe('first');

    use('second');
    await renew(app, files);
    expect(await subjectAt(port)).toBe('second');

    writeFileSync(files.tlsKey, 'no key');
    await expect(renew(app, files)).rejects.toThrow();
    expect(await subjectAt(port)).toBe('second');
  });
});

describe('keyPairOf', () => {
  const none = { tlsCert: undefined, tlsKey: undefined };

  it('is none unless it is asked for', async () => {
    expect(await keyPairOf(none)).toBeUndefined();
  });

  it.each([
    ['a certificate alone', { ...none, tlsCert: 'crt' }, 'tls-cert: needs tls-key'],
    ['a key alone', { ...none, tlsKey: 'key' }, 'tls-key: needs tls-cert'],
    ['a file that is not there', { tlsCert: 'none', tlsKey: 'LICENSE' }, 'tls-cert: ENOENT'],
  ])('refuses %s', async (_, of, message) => {
    await expect(keyPairOf(of)).rejects.toThrow(message);
  });
});
