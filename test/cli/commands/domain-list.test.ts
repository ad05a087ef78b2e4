import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen domain list', () => {
  const service = cliService();

  it('says of each domain how it stands', async () => {
    const domain = await service.client.createDomain({ name: 'one', memory_mib: 1 });
    await domain.pause();

    const { out } = await service.run(['domain', 'list']);
    expect(out).toMatch(/^DOMID {2}NAME .* STATE\n1 +one +4\.17 .* paused\n$/);
    const { domains } = JSON.parse((await service.run(['domain', 'list', '--json'])).out);
    expect(domains).toMatchObject([{ domid: 1 }]);
  });
});
