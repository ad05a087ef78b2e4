import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen journal', () => {
  const service = cliService();

  it('prints what has happened, as far as it is asked for', async () => {
    const domain = await service.client.createDomain({ memory_mib: 1 });
    await domain.dmop.nr_vcpus();
    await domain.dmop.nr_vcpus();

    const all = await service.run(['journal', '--op', 'dmop/nr_vcpus', '--domid', '1']);
    expect(all.out.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^ +\d+ d1 +hypercall dmop\/nr_vcpus caller=0 rc=0/),
      expect.stringMatching(/hypercall dmop\/nr_vcpus/),
    ]);
    const { out } = await service.run(['journal', '--kind', 'hypercall', '--limit', '1']);
    expect(out).toMatch(/\n… more after \d+\n$/);
    const json = await service.run(['journal', '--kind', 'hypercall', '--json']);
    expect(JSON.parse(json.out).entries).toHaveLength(2);
  });

  it('says which kind there is none of', async () => {
    const { status, err } = await service.run(['journal', '--kind', 'nothing']);

    expect(status).toBe(1);
    expect(err).toContain('there is no kind nothing');
  });
});
