import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, Host } from '../../../src/hypervisor/index.js';
import { seeded } from '../../../src/routes/hosts/seed.js';
import { JSON_FORM } from '../../../src/routes/snapshot/json-form.js';
import { documentOf } from '../../../src/routes/snapshot/world-document.js';
import { World } from '../../../src/routes/world/world.js';

const fits = () => [];

describe('seeded', () => {
  it('is an empty host of these settings without a seed', async () => {
    const { host } = await seeded(undefined, { ...DEFAULT_SETTINGS, backedPages: 3 }, fits);

    expect([host.domains.length, host.settings.backedPages]).toEqual([0, 3]);
  });

  it('has each domain of a list, or what a snapshot says', async () => {
    const list = { domains: [{ domid: 4, memory_mib: 1 }, { memory_mib: 1 }] };
    const { host } = await seeded(list, DEFAULT_SETTINGS, fits);
    expect(host.domains.map(({ domid }) => domid)).toEqual([1, 4]);

    const snapshot = JSON.parse(JSON.stringify(documentOf(new World(host), JSON_FORM)));
    const again = await seeded(snapshot, DEFAULT_SETTINGS, fits);
    expect(again.host.domains.map(({ domid }) => domid)).toEqual([1, 4]);
  });

  it('looks at all of it before there is any of it', async () => {
    const check = (domain: unknown) => [{ pointer: '/x', detail: `is wrong of ${String(domain)}` }];

    const refused = seeded({ domains: [1, 2] }, new Host().settings, check);

    await expect(refused).rejects.toMatchObject({
      problem: {
        type: 'urn:fakexen:problem:broken-seed',
        errors: [{ pointer: '/domains/0/x' }, { pointer: '/domains/1/x' }],
      },
    });
  });
});
