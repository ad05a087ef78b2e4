import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { buildApp } from '../../../src/server/app.js';
import { StateKeeper, type StateSettings } from '../../../src/server/state/state-keeper.js';

function folderOf() {
  const folder = mkdtempSync(join(tmpdir(), 'fakexen-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function start(settings: Partial<StateSettings>) {
  const app = await buildApp({ host: new Host() });
  const none = { stateFile: undefined, stateDir: undefined, stateInterval: 0 };
  await new StateKeeper(app, { ...none, ...settings }).begin();
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
  };
  const namesOn = async (at = '') =>
    (await ask('GET', `${at}/domains`)).body.domains.map(({ name }: { name: string }) => name);
  return { app, ask, namesOn };
}

describe('--state-file', () => {
  it('has the default host as it was when the process ended', async () => {
    const stateFile = join(folderOf(), 'state');
    const one = await start({ stateFile });
    await one.ask('POST', '/domains', { name: 'kept', memory_mib: 1 });
    await one.app.close();

    const other = await start({ stateFile });

    expect(await other.namesOn()).toEqual(['kept']);
    await other.ask('POST', '/reset');
    expect(await other.namesOn()).toEqual([]);
    await other.app.close();
  });

  it('is written every so often', async () => {
    const stateFile = join(folderOf(), 'state');
    const { app } = await start({ stateFile, stateInterval: 0.01 });

    await vi.waitFor(() => expect(existsSync(stateFile)).toBe(true));

    await app.close();
  });

  it('that cannot be read is said by name, and nothing begins', async () => {
    const stateFile = join(folderOf(), 'state');
    writeFileSync(stateFile, 'FXS1\0\0\0\0');

    await expect(start({ stateFile })).rejects.toThrow(`${stateFile}: `);
  });
});

describe('--state-dir', () => {
  it('keeps each other host in a file: 410 with a way to load it, where it is not loaded', async () => {
    const stateDir = folderOf();
    const one = await start({ stateDir });
    const seed = { domains: [{ name: 'seeded', memory_mib: 1 }] };
    await one.ask('PUT', '/hosts/ci-1', { seed, ttl_s: 100 });
    const other = await start({ stateDir });

    const { status, body } = await other.ask('GET', '/hosts/ci-1/domains');
    expect([status, body.type]).toEqual([410, 'urn:fakexen:problem:host-not-loaded']);
    expect((await other.ask('GET', '/hosts/ci-2/domains')).status).toBe(404);

    expect((await other.ask('POST', body.restore)).body).toMatchObject({
      name: 'ci-1',
      ttl_s: 100,
    });
    expect(await other.namesOn('/hosts/ci-1')).toEqual(['seeded']);
    await other.ask('POST', '/hosts/ci-1/reset?to=empty');
    await other.ask('POST', '/hosts/ci-1/reset');
    expect(await other.namesOn('/hosts/ci-1')).toEqual(['seeded']);
    expect((await other.ask('POST', body.restore)).status).toBe(200);
    expect((await other.ask('POST', '/hosts/ci-2/restore')).status).toBe(404);
    await Promise.all([one.app.close(), other.app.close()]);
  });

  it('forgets a host that is deleted', async () => {
    const stateDir = folderOf();
    const { app, ask } = await start({ stateDir });
    await ask('PUT', '/hosts/ci-3', {});
    expect(readdirSync(stateDir)).toEqual(['ci-3.fakexen']);

    await ask('DELETE', '/hosts/ci-3');

    expect(readdirSync(stateDir)).toEqual([]);
    expect((await ask('GET', '/hosts/ci-3/domains')).body.type).toBe(
      'urn:fakexen:problem:host-gone',
    );
    await app.close();
  });
});
