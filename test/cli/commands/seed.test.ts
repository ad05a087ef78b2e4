import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen seed', () => {
  const service = cliService();
  const file = join(tmpdir(), `seed-${process.pid}.json`);

  it('begins anew as a file says', async () => {
    writeFileSync(file, '{ "domains": [{ "domid": 7, "memory_mib": 1 }] }');

    expect((await service.run(['seed', file])).out).toBe(`it is as ${file} says\n`);
    expect((await service.client.domains()).map(({ domid }) => domid)).toEqual([7]);
  });

  it('says what is wrong with one, and changes nothing', async () => {
    writeFileSync(file, '{ "domains": [{ "memory_mob": 1 }] }');

    const { status, err } = await service.run(['seed', file]);
    expect(status).toBe(1);
    expect(err).toContain('/domains/0/memory_mob');
    expect(await service.client.domains()).toHaveLength(1);
  });
});
