import { describe, expect, it } from 'vitest';
import { runCli } from '../../support/run-cli.js';

describe('fakexen config', () => {
  it('prints what holds, where it was said, and no secret', async () => {
    const { out } = await runCli(['config', '--port', '81'], { env: { FAKEXEN_TOKEN: 'sesame' } });

    expect(out).toMatch(/^port +81 +--port$/m);
    expect(out).toMatch(/^token +\(set\) +FAKEXEN_TOKEN$/m);
    expect(out).toMatch(/^host +127\.0\.0\.1 +default$/m);
  });

  it('prints JSON', async () => {
    const { out } = await runCli(['config', '--insecure', '--json']);

    expect(JSON.parse(out)).toMatchObject({
      insecure: { value: true, origin: '--insecure' },
      seed: { value: null, origin: 'default' },
    });
  });
});
