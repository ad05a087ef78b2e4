/** `fakexen config` */

import { readConfig } from '../../server/config.js';
import { SETTINGS, SETTING_NAMES, keyOf } from '../../server/settings.js';
import type { Command } from '../command.js';
import { SETTINGS_OPTIONS, flagsIn } from '../settings-options.js';
import { columns } from '../text/columns.js';

/** In place of what is nobody's business. */
const SECRET = '(set)';

export const config: Command = {
  about:
    'With the options of `serve`: what it would be told by them, the environment and the configuration file.',
  options: SETTINGS_OPTIONS,

  async run(given, { env }) {
    const { settings, origins } = await readConfig(flagsIn(given), env);
    const rows = SETTING_NAMES.map((name) => {
      const isHidden = 'isSecret' in SETTINGS[name] && settings[name] !== undefined;
      const value = isHidden ? SECRET : (settings[name] ?? null);
      return { name: keyOf(name), value, origin: origins[name] };
    });
    return {
      value: Object.fromEntries(rows.map(({ name, value, origin }) => [name, { value, origin }])),
      text: columns(
        ['setting', 'value', 'origin'],
        rows.map(({ name, value, origin }) => [name, String(value ?? ''), origin]),
      ),
    };
  },
};
