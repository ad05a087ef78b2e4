import { describe, expect, it } from 'vitest';
import { calledAt } from '../../src/cli/called-at.js';
import { readConfig } from '../../src/server/config.js';

describe('calledAt', () => {
  // prettier-ignore
  it.each([
    [{},                                    'http://127.0.0.1:8080'],
    [{ host: '0.0.0.0', port: '81' },       'http://127.0.0.1:81'],
    [{ host: '::' },                        'http://[::1]:8080'],
    [{ host: '::1' },                       'http://[::1]:8080'],
    [{ host: 'xen.example', tlsCert: 'c' }, 'https://xen.example:8080'],
    [{ socket: '/run/x.sock' },             'unix:/run/x.sock'],
  ])('%j', async (flags, url) => {
    expect(calledAt((await readConfig(flags, {})).settings)).toBe(url);
  });
});
