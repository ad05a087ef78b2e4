import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { DEFAULT_LIMITS } from '../../../src/routes/world/limits.js';
import { buildApp } from '../../../src/server/app.js';
import { loadHost } from '../../../src/server/state/host-file.js';
import { StateKeeper } from '../../../src/server/state/state-keeper.js';

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'fakexen-shared-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true });
  });
  return path;
};

/** One that writes what it has when it is closed. */
async function processOn(stateDir: string) {
  const app = await buildApp({ host: new Host() });
  const keeper = new StateKeeper(app, { stateFile: undefined, stateDir, stateInterval: 0 });
  await keeper.begin();
  await app.ready();
  const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const { statusCode, body } = await app.inject({ method, url, ...(payload && { payload }) });
    return { statusCode, body: body === '' ? {} : JSON.parse(body) };
  };
  return { call, close: () => app.close() };
}

async function domainsIn(stateDir: string) {
  const file = join(stateDir, 'ci-7.fakexen');
  const kept = await loadHost(file, new Host().settings, DEFAULT_LIMITS);
  return kept?.world.host.domains.map(({ name }) => name);
}

it('is not written over by a process that had it before', async () => {
  const stateDir = folder();
  const first = await processOn(stateDir);
  await first.call('PUT', '/hosts/ci-7', {});
  const second = await processOn(stateDir);
  expect((await second.call('GET', '/hosts/ci-7/domains')).statusCode).toBe(410);
  await second.call('POST', '/hosts/ci-7/restore');
  await second.call('POST', '/hosts/ci-7/domains', { name: 'new', memory_mib: 1 });
  await second.close();
  await first.close();

  expect(await domainsIn(stateDir)).toEqual(['new']);
});

it('does not come back after it was deleted by the process that had it last', async () => {
  const stateDir = folder();
  const first = await processOn(stateDir);
  await first.call('PUT', '/hosts/ci-7', {});
  const second = await processOn(stateDir);
  await second.call('POST', '/hosts/ci-7/restore');
  expect((await second.call('DELETE', '/hosts/ci-7')).statusCode).toBe(204);
  await second.close();
  await first.close();

  expect(readdirSync(stateDir)).toEqual([]);
});

it('is of the process that makes it anew', async () => {
  const stateDir = folder();
  const first = await processOn(stateDir);
  await first.call('PUT', '/hosts/ci-7', {});
  const second = await processOn(stateDir);
  await second.call('POST', '/hosts/ci-7/restore');
  await first.call('PUT', '/hosts/ci-7', {});
  await first.call('POST', '/hosts/ci-7/domains', { name: 'anew', memory_mib: 1 });
  await second.close();
  await first.close();

  expect(await domainsIn(stateDir)).toEqual(['anew']);
});

it('stays as it is where it is loaded already', async () => {
  const only = await processOn(folder());
  await only.call('PUT', '/hosts/ci-7', {});
  await only.call('POST', '/hosts/ci-7/domains', { name: 'kept', memory_mib: 1 });

  expect((await only.call('POST', '/hosts/ci-7/restore')).statusCode).toBe(200);
  const { body } = await only.call('GET', '/hosts/ci-7/domains');
  await only.close();
  expect(body.domains).toMatchObject([{ name: 'kept' }]);
});
