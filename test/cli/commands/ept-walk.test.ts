import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen ept walk', () => {
  const service = cliService();

  it('draws the entries as a tree, down to the page', async () => {
    await service.client.createDomain({ memory_mib: 1 });

    const { out } = await service.run(['ept', 'walk', '1', '0x10']);
    const lines = out.trimEnd().split('\n');

    expect(lines[0]).toBe('domain 1, gfn 0x10');
    expect(lines[1]).toMatch(/^└─ PML4E \[0\] {2}0x[0-9a-f]+ {2}rwx {2}mfn 0x[0-9a-f]+$/);
    expect(lines[4]).toMatch(
      /^ {9}└─ PTE \[16\] {2}0x[0-9a-f]+ {2}rwx {2}mfn .* ram_rw {2}rwx {2}WB/,
    );
    expect(lines.at(-1)?.trim()).toBe('└─ hit');
  });
});
