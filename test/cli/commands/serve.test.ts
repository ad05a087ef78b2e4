import { describe, expect, it } from 'vitest';
import { serveBy } from '../../../src/cli/commands/serve.js';
import { runCli } from '../../support/run-cli.js';

/** What it does when nothing is wrong, the tests of the program show. */
describe('fakexen serve', () => {
  it('tells of each setting in its help', async () => {
    const { out } = await runCli(['serve', '--help']);

    expect(out).toMatch(/--port <PORT> +port to listen on/);
    expect(out).toContain('FAKEXEN_TOKEN_FILE');
  });

  it('lets nobody in from outside without a token', async () => {
    await expect(serveBy({ host: '0.0.0.0' }, {})).rejects.toThrow('beyond the loopback');
  });
});
