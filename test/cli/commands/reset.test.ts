import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen reset', () => {
  const service = cliService();
  const domids = async () => (await service.client.domains()).map(({ domid }) => domid);

  it('goes back to the seed, or to nothing', async () => {
    await service.run(['seed', 'examples/xengt.yaml']);
    await service.client.createDomain({ memory_mib: 1 });
    expect(await domids()).toEqual([1, 2]);

    expect((await service.run(['reset'])).out).toBe('it is as its seed says\n');
    expect(await domids()).toEqual([1]);
    expect((await service.run(['reset', '--empty'])).out).toBe('it is empty\n');
    expect(await domids()).toEqual([]);
  });
});
