import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen wait-ready', () => {
  const service = cliService();

  it('comes back at once where a service is ready, and gives up in the end where none is', async () => {
    expect((await service.run(['wait-ready'])).out).toMatch(/ is ready after \d+ ms\n$/);

    const none = ['wait-ready', '--url', 'unix:/nowhere', '--timeout', '0', '--json'];
    const { status, out } = await service.run(none);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ url: 'unix:/nowhere', ready: false });
  });
});
