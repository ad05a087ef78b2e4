import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen host destroy', () => {
  const service = cliService();

  it('lets a host go, and says of one that there never was that there is none', async () => {
    await service.run(['host', 'create', 'ci-1']);

    expect((await service.run(['host', 'destroy', 'ci-1'])).out).toBe('host ci-1 is gone\n');
    expect(await service.run(['host', 'destroy', 'ci-2'])).toMatchObject({
      status: 1,
      err: 'fakexen: there is no host ci-2\n',
    });
  });
});
