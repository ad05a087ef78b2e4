import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen guest read', () => {
  const service = cliService();

  it('prints what is there', async () => {
    const domain = await service.client.createDomain({ memory_mib: 1 });
    await domain.guest.write(0x10, 7, { size: 1 });

    const { out } = await service.run(['guest', 'read', '1', '0x10', '--size', '1', '--json']);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'completed', data: '0x7' });
  });
});
