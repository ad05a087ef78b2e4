import { describe, expect, it } from 'vitest';
import { Given } from '../../src/cli/given.js';
import { serviceUrl } from '../../src/cli/service-url.js';

describe('serviceUrl', () => {
  it('is said on the line, else in the environment, else by the settings of a service', async () => {
    const said = new Given([['url', 'http://one']]);
    const env = { FAKEXEN_URL: 'http://two', FAKEXEN_PORT: '81' };

    expect(await serviceUrl(said, env)).toBe('http://one');
    expect(await serviceUrl(new Given([]), env)).toBe('http://two');
    expect(await serviceUrl(new Given([]), { FAKEXEN_PORT: '81' })).toBe('http://127.0.0.1:81');
  });
});
