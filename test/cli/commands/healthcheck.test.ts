import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen healthcheck', () => {
  const service = cliService();

  it('asks the service that the same settings describe', async () => {
    const env = { FAKEXEN_HOST: '0.0.0.0', FAKEXEN_PORT: new URL(service.url).port };

    expect(await service.run(['healthcheck'], { env })).toMatchObject({
      status: 0,
      out: `${service.url} is ready\n`,
    });
    expect(await service.run(['healthcheck', '--socket', '/nowhere'])).toMatchObject({
      status: 1,
      out: 'unix:/nowhere is not ready\n',
    });
  });
});
