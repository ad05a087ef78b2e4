import { describe, expect, it } from 'vitest';
import { Given } from '../../src/cli/given.js';
import { SETTINGS_OPTIONS, flagsIn, flagsOf } from '../../src/cli/settings-options.js';
import { SETTING_NAMES } from '../../src/server/settings.js';

describe('settings as options', () => {
  it('are all there, with their variables', () => {
    expect(SETTINGS_OPTIONS).toHaveLength(SETTING_NAMES.length);
    expect(SETTINGS_OPTIONS.find(({ flag }) => flag === 'port')).toMatchObject({
      value: 'PORT',
      about: expect.stringContaining('(FAKEXEN_PORT, else 8080)'),
    });
  });

  it('are read the same with and without a parser', () => {
    const given = new Given([
      ['log-level', 'warn'],
      ['insecure', true],
    ]);

    expect(flagsIn(given)).toMatchObject({ logLevel: 'warn', insecure: true });
    expect(flagsOf(['--log-level=warn', '--insecure'])).toEqual(flagsIn(given));
    expect(flagsIn(given).port).toBeUndefined();
  });

  it.each([[['--prot', '1']], [['--help']], [['word']], [['--port']]])(
    'leave %j to be looked at more closely',
    (args) => {
      expect(flagsOf(args)).toBeUndefined();
    },
  );
});
