import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen snapshot', () => {
  const service = cliService();
  const folder = mkdtempSync(join(tmpdir(), 'fakexen-cli-snapshot-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['JSON', [], '{'],
    ['bytes', ['--binary'], 'F'],
  ])('is saved as %s and loaded', async (name, flags, first) => {
    const file = join(folder, name);
    await service.run(['reset', '--empty']);
    await service.client.createDomain({ name, memory_mib: 1 });

    const saved = await service.run(['snapshot', 'save', file, ...flags], { isWatched: true });
    expect(saved.out).toMatch(/^\S+: \d+ bytes\n$/);
    expect(saved.err).toMatch(/\d+ bytes written/);
    expect(readFileSync(file, 'utf8')[0]).toBe(first);

    await service.run(['reset', '--empty']);
    const loaded = await service.run(['snapshot', 'load', file], { isWatched: true });
    expect(loaded).toMatchObject({ status: 0, out: `it is as ${file} says\n` });
    expect(loaded.err).toMatch(/ sent/);
    const [domain] = await service.client.domains();
    await expect(domain?.describe()).resolves.toMatchObject({ name });
  });

  it('leaves nothing behind where it fails', async () => {
    const to = join(folder, 'none', 'file');

    expect(await service.run(['snapshot', 'save', to])).toMatchObject({ status: 1 });
    expect(readdirSync(folder).toSorted()).toEqual(['JSON', 'bytes']);
  });
});
