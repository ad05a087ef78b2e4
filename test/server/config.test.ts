import { describe, expect, it } from 'vitest';
import { ConfigError, USAGE, readConfig } from '../../src/server/config.js';

const DEFAULTS = { host: '127.0.0.1', port: 8080, logLevel: 'info', seed: undefined };

describe('readConfig', () => {
  // prettier-ignore
  it.each([
    ['nothing: loopback, and an empty host',  [],                             {},                             {}],
    ['a flag',                                ['--port', '0'],                {},                             { port: 0 }],
    ['a flag written in one word',            ['--port=81'],                  {},                             { port: 81 }],
    ['the environment',                       [],                             { FAKEXEN_PORT: '81' },         { port: 81 }],
    ['a flag before the environment',         ['--host', '0.0.0.0'],          { FAKEXEN_HOST: '127.0.0.2' },  { host: '0.0.0.0' }],
    ['the last of a flag given twice',        ['--seed', 'a', '--seed', 'b'], {},                             { seed: 'b' }],
    ['an empty seed as none',                 ['--seed', ''],                 { FAKEXEN_SEED: 'a' },          { seed: undefined }],
    ['the word serve',                        ['serve', '--log-level=warn'],  {},                             { logLevel: 'warn' }],
  ])('takes %s', (_, args, env, expected) => {
    expect(readConfig(args, env)).toEqual({ ...DEFAULTS, ...expected });
  });

  // prettier-ignore
  it.each([
    ['a port out of range',     ['--port', '65536'],      'port 65536 is not in 0..65535'],
    ['a port that is no number',['--port', 'http'],       'port http is not in 0..65535'],
    ['an unknown level',        ['--log-level', 'loud'],  'log level loud is none of fatal, error, warn, info, debug, trace, silent'],
    ['an unknown flag',         ['--prot', '1'],          /'--prot'/],
    ['a word too many',         ['serve', 'it'],          'cannot make sense of it'],
  ])('refuses %s', (_, args, message) => {
    expect(() => readConfig(args, {})).toThrow(ConfigError);
    expect(() => readConfig(args, {})).toThrow(message);
  });

  it('gives way to help', () => {
    expect(readConfig(['--help'], {})).toBe('help');
    expect(USAGE).toContain('--port PORT');
  });
});
