import { describe, expect, it } from 'vitest';
import { cliService } from '../support/cli-service.js';

describe('follow', () => {
  const service = cliService();

  it('says why there is no more', async () => {
    await service.run(['host', 'create', 'ci-1']);
    await service.run(['domain', 'create', '--memory-mib', '1', '--host', 'ci-1']);

    const line = ['journal', '--follow', '--after', '0', '--host', 'ci-1', '--kind', 'domain'];
    let gone: Promise<unknown> | undefined;
    const { status, out, err } = await service.run(line, {
      onOut: () => void (gone ??= service.run(['host', 'destroy', 'ci-1'])),
    });
    await gone;

    expect(status).toBe(1);
    expect(out).toMatch(/^ +\d+ d1 +domain change=created/);
    expect(err).toContain('host ci-1');
  });
});
