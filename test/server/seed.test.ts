import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';
import { SeedError, seedFrom } from '../../src/server/seed.js';

describe('seedFrom', () => {
  let app: FastifyInstance;
  let folder: string;

  beforeEach(async () => {
    app = await buildApp({ host: new Host() });
    folder = mkdtempSync(join(tmpdir(), 'fakexen-seed-'));
  });
  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const seed = (text: string) => {
    const file = join(folder, 'seed.yaml');
    writeFileSync(file, text);
    return seedFrom(file, app);
  };

  it('makes each domain of the list', async () => {
    await seed(
      'domains:\n  - { name: first, memory_mib: 4 }\n  - { name: second, memory_mib: 4 }\n',
    );

    const answer = await app.inject('/domains');
    expect(answer.json()).toMatchObject({ domains: [{ domid: 1 }, { domid: 2 }] });
  });

  // prettier-ignore
  it.each([
    ['is no mapping',                   '- 1',                          'seed.yaml: must be a mapping'],
    ['has another key',                 'domains: []\nhosts: []',       'seed.yaml: /hosts is not known: there is domains alone'],
    ['has no list',                     'domains: 1',                   'seed.yaml: /domains must be a list'],
    ['has a domain that is no mapping', 'domains: [1]',                 'seed.yaml: /domains/0 must be object'],
    ['has an unknown field',            'domains: [{ memroy_mib: 4 }]', 'seed.yaml: /domains/0/memroy_mib is not a field of this request'],
    ['has what Xen refuses',            'domains: [{ vcpus: 999 }]',    'seed.yaml: /domains/0 cannot be created: a domain has 1 to 128 vcpus, not 999 (EINVAL)'],
    ['is another snapshot',             '{"format": "fakexen.snapshot", "version": 0}', 'seed.yaml: /version must be 2, not 0'],
    ['is no YAML',                      'domains: [',                   'seed.yaml: '],
  ])('refuses a file that %s, naming file and field', async (_, text, message) => {
    await expect(seed(text)).rejects.toThrow(SeedError);
    await expect(seed(text)).rejects.toThrow(message);
  });

  it('is what a reset goes back to', async () => {
    await seed('domains:\n  - { name: first, memory_mib: 4 }\n');
    await app.inject({ method: 'DELETE', url: '/domains/1' });

    await app.inject({ method: 'POST', url: '/reset' });

    expect((await app.inject('/domains')).json()).toMatchObject({ domains: [{ name: 'first' }] });
  });

  it('may be a snapshot', async () => {
    await app.inject({ method: 'POST', url: '/domains', payload: { memory_mib: 1 } });
    const snapshot = (await app.inject('/snapshot')).body;
    await app.inject({ method: 'POST', url: '/reset' });

    await seed(snapshot);

    expect((await app.inject('/snapshot')).body).toBe(snapshot);
  });

  it('refuses a file that is not there', async () => {
    await expect(seedFrom(join(folder, 'none.yaml'), app)).rejects.toThrow('none.yaml: ENOENT');
  });
});
