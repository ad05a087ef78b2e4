import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen host create', () => {
  const service = cliService();

  it('makes a host that commands can be about', async () => {
    const { out } = await service.run([
      'host',
      'create',
      'ci-1',
      '--ttl',
      '60',
      '--profile',
      '4.9',
    ]);
    expect(out).toMatch(/^profile +4\.9$/m);

    await service.run(['domain', 'create', '--memory-mib', '1', '--host', 'ci-1']);
    expect(await service.client.domains()).toEqual([]);
    const { domains } = JSON.parse(
      (await service.run(['domain', 'list', '--host', 'ci-1', '--json'])).out,
    );
    expect(domains).toMatchObject([{ domid: 1, profile: '4.9' }]);
  });
});
