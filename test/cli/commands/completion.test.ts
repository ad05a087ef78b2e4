import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../support/run-cli.js';

const script = async (shell: string) => (await runCli(['completion', shell])).out;

describe('fakexen completion', () => {
  it('lets bash complete a line', async () => {
    const asked = `
fakexen() { printf '%s\\tabout\\n' "$@"; }
${await script('bash')}
COMP_WORDS=(fakexen domain li); COMP_CWORD=2
_fakexen
printf '%s ' "\${COMPREPLY[@]}"`;

    expect(spawnSync('bash', ['-c', asked], { encoding: 'utf8' })).toMatchObject({
      stderr: '',
      stdout: 'complete -- domain li ',
    });
  });

  it.each(['zsh', 'fish'])('has the same for %s', async (shell) => {
    expect(await script(shell)).toContain('fakexen complete -- ');
  });

  it('knows no other shell', async () => {
    const { status, err } = await runCli(['completion', 'csh']);

    expect(status).toBe(2);
    expect(err).toContain('Allowed choices are bash, zsh, fish');
  });
});
