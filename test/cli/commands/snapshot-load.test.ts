import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen snapshot load', () => {
  const service = cliService();

  it('refuses what is no snapshot, and changes nothing', async () => {
    await service.client.createDomain({ memory_mib: 1 });

    const refused = await service.run(['snapshot', 'load', 'package.json']);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toMatch(/^fakexen: .*format/);
    expect(await service.run(['snapshot', 'load', 'none'])).toMatchObject({ status: 1 });
    expect(await service.client.domains()).toHaveLength(1);
  });
});
