import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '../support/run-cli.js';

describe('a command that asks a service', () => {
  it('sends what it is told to where it is told', async () => {
    const asked: unknown[] = [];
    const server = createServer(({ url, headers }, answer) => {
      asked.push([url, headers.authorization, headers['xen-caller-domid']]);
      answer.setHeader('content-type', 'application/json').end('{"domains":[]}');
    });
    onTestFinished(() => void server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const list = ['domain', 'list', '--url', url];
    await runCli([...list, '--host', 'ci-1', '--token', 'sesame', '--caller', '3']);
    await runCli(list, { env: { FAKEXEN_TOKEN: 'from the environment' } });

    expect(asked).toEqual([
      ['/hosts/ci-1/domains', 'Bearer sesame', '3'],
      ['/domains', 'Bearer from the environment', undefined],
    ]);
  });

  it('says how a token is sent where one is needed', async () => {
    const server = createServer((_request, answer) => {
      answer.writeHead(401, { 'content-type': 'application/problem+json' });
      answer.end('{"detail":"a token is needed"}');
    });
    onTestFinished(() => void server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    expect(await runCli(['domain', 'list', '--url', url])).toMatchObject({
      status: 1,
      err: 'fakexen: a token is needed (--token, FAKEXEN_TOKEN)\n',
    });
  });
});
