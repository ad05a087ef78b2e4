import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig, type Flags } from '../../src/server/config.js';

const folder = mkdtempSync(join(tmpdir(), 'fakexen-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('readConfig', () => {
  it('listens on the loopback unless told otherwise', async () => {
    const { settings, origins } = await readConfig({}, {});

    expect(settings).toMatchObject({ host: '127.0.0.1', port: 8080, logLevel: 'info' });
    expect(settings.seed).toBeUndefined();
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  });

  it('believes a flag before the environment, and that before a file', async () => {
    const config = file('all.yaml', 'port: 1\nhost: 127.0.0.3\nlog-level: warn\ninsecure: true\n');
    const { settings, origins } = await readConfig(
      { port: '3' },
      { FAKEXEN_CONFIG: config, FAKEXEN_PORT: '2', FAKEXEN_HOST: '127.0.0.2', FAKEXEN_SEED: '' },
    );

    expect(settings).toMatchObject({ port: 3, host: '127.0.0.2', logLevel: 'warn' });
    expect(settings.insecure).toBe(true);
    expect(origins).toMatchObject({
      port: '--port',
      host: 'FAKEXEN_HOST',
      logLevel: config,
      seed: 'default',
    });
  });

  it('takes an empty flag for none', async () => {
    const { settings } = await readConfig({ seed: '' }, { FAKEXEN_SEED: 'a.yaml' });

    expect(settings.seed).toBeUndefined();
  });

  it('reads JSON as well', async () => {
    const config = file('all.json', '{ "port": 0 }');

    expect((await readConfig({ config }, {})).settings.port).toBe(0);
  });

  // prettier-ignore
  it.each<[string, Flags, Record<string, string>, string]>([
    ['a flag',              { port: '65536' },  {},                               '--port: 65536 is not in 0..65535'],
    ['the environment',     {},                 { FAKEXEN_LOG_LEVEL: 'loud' },    'FAKEXEN_LOG_LEVEL: loud is none of fatal, '],
    ['a file',              {},                 { FAKEXEN_CONFIG: 'bad.yaml' },   'bad.yaml: port: x is not in 0..65535'],
    ['a key of a file',     {},                 { FAKEXEN_CONFIG: 'key.yaml' },   'key.yaml: prot is no setting; there are host, port, '],
    ['a list in a file',    {},                 { FAKEXEN_CONFIG: 'list.yaml' },  'list.yaml: port: must be one value'],
    ['a file of another sort', {},              { FAKEXEN_CONFIG: 'odd.yaml' },   'odd.yaml: must be a mapping of settings'],
    ['a file that is not there', {},            { FAKEXEN_CONFIG: 'none.yaml' },  'none.yaml: ENOENT'],
  ])('says where it is wrong: %s', async (_, flags, env, message) => {
    file('bad.yaml', 'port: x');
    file('key.yaml', 'prot: 1');
    file('list.yaml', 'port: [1]');
    file('odd.yaml', '- 1');
    const config = env['FAKEXEN_CONFIG'];
    const found = { ...env, ...(config !== undefined && { FAKEXEN_CONFIG: join(folder, config) }) };

    await expect(readConfig(flags, found)).rejects.toThrow(ConfigError);
    await expect(readConfig(flags, found)).rejects.toThrow(message);
  });
});
