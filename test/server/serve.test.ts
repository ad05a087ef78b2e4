import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/server/config.js';
import { serve } from '../../src/server/serve.js';

/** What it does when nothing is wrong, the tests of the program show. */
describe('serve', () => {
  it.each([
    ['anybody from outside', { host: '0.0.0.0' }, '0.0.0.0 is beyond the loopback'],
    ['half a key pair', { tlsCert: 'LICENSE' }, 'tls-cert: needs tls-key'],
    ['a seed that is not there', { seed: 'none.yaml', logLevel: 'silent' }, 'none.yaml: ENOENT'],
  ])('does not begin with %s', async (_, flags, message) => {
    const { settings } = await readConfig(flags, {});

    await expect(serve(settings)).rejects.toThrow(message);
  });
});
