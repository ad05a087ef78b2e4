import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen domain destroy', () => {
  const service = cliService();

  it('says what is gone, and that what is not there cannot go', async () => {
    await service.client.createDomain({ memory_mib: 1 });

    expect((await service.run(['domain', 'destroy', '1'])).out).toBe('domain 1 is destroyed\n');
    expect(await service.run(['domain', 'destroy', '1'])).toMatchObject({ status: 1 });
  });
});
