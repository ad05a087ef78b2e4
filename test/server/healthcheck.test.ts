import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startService } from '../support/service.js';

const healthcheck = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, ['dist/server/healthcheck.js'], {
    env: { ...process.env, ...env },
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status;
};

describe('the health check of the image', () => {
  it('asks the service that the same environment describes', async () => {
    const service = await startService(
      process.execPath,
      'dist/bundle/fakexen.js',
      '--port',
      '0',
      '--log-level',
      'silent',
    );
    const env = { FAKEXEN_HOST: '0.0.0.0', FAKEXEN_PORT: new URL(service.url).port };

    expect(await healthcheck(env)).toBe(0);
    await service.end('SIGTERM');
    expect(await healthcheck(env)).toBe(1);
  });
});
