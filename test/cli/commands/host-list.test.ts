import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen host list', () => {
  const service = cliService();

  it('lists the hosts of the process', async () => {
    await service.run(['host', 'create', 'ci-1', '--ttl', '60']);

    expect((await service.run(['host', 'list'])).out).toBe(
      'HOST     DOMAINS  PROFILE  TTL IN S\n' +
        'ci-1     0        4.17     60\n' +
        'default  0        4.17\n',
    );
  });
});
