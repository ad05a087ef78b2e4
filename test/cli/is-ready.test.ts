import { describe, expect, it } from 'vitest';
import { isReady } from '../../src/cli/is-ready.js';
import { cliService } from '../support/cli-service.js';

describe('isReady', () => {
  const service = cliService();

  it('asks the service', async () => {
    expect(await isReady(service.url)).toBe(true);
    expect(await isReady(`${service.url}/nowhere`)).toBe(false);
    expect(await isReady('unix:/nowhere')).toBe(false);
  });
});
