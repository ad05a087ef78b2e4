import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startService } from '../support/service.js';

const MAIN = 'dist/bundle/fakexen.js';
const QUIET = ['--port', '0', '--log-level', 'warn'];

describe('npm start', () => {
  it('serves the example host, and ends when npm is told to', { timeout: 60_000 }, async () => {
    const service = await startService('npm', 'start', '--silent', '--', ...QUIET);

    expect(service.lines).toHaveLength(1);
    const { domains } = await fetch(`${service.url}/domains`).then(
      (answer) => answer.json() as Promise<{ domains: unknown[] }>,
    );
    expect(domains).toMatchObject([{ domid: 1 }]);

    await service.end('SIGTERM');
    await expect(fetch(service.url)).rejects.toThrow();
  });
});

describe('the process', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      encoding: 'utf8',
      timeout: 10_000,
    });
    return { status, stdout, stderr };
  };

  it('ends without a word when nobody reads on', () => {
    const line = `${process.execPath} ${MAIN} --help | true`;
    const { stderr } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8', timeout: 10_000 });

    expect(stderr).toBe('');
  });

  it('starts empty unless it is given a seed', async () => {
    const service = await startService(process.execPath, MAIN, 'serve', ...QUIET);

    await expect(fetch(`${service.url}/domains`).then((answer) => answer.json())).resolves.toEqual({
      domains: [],
    });
    await service.end('SIGTERM');
  });

  it('tells how to use it', () => {
    expect(run('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('serve'),
    });
  });

  it.each([
    [2, 'what it cannot make sense of', ['--port', 'x'], 'fakexen: --port: x is not in 0..65535\n'],
    [1, 'a seed that is not there', ['--seed', 'none.yaml'], /^fakexen: none\.yaml: ENOENT/],
  ])('ends with status %i for %s, saying so in one line', (status, _, args, text) => {
    const ended = run(...QUIET, ...args);

    expect(ended).toMatchObject({ status, stdout: '' });
    expect(ended.stderr).toMatch(text);
  });

  it('ends with status 1 if its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as { port: number };

    expect(run(...QUIET, '--port', `${port}`)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('EADDRINUSE'),
    });
    other.close();
  });
});
