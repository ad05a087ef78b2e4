import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen domain show', () => {
  const service = cliService();

  it('prints a field a line', async () => {
    await service.client.createDomain({ name: 'one', memory_mib: 1 });

    expect((await service.run(['domain', 'show', '1'])).out).toMatch(/^name +one$/m);
  });
});
