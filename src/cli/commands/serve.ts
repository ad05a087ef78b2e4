/** `fakexen serve` */

import { readConfig, type Environment, type Flags } from '../../server/config.js';
import type { Command } from '../command.js';
import { SETTINGS_OPTIONS, flagsIn } from '../settings-options.js';

export const serve: Command = {
  about:
    'Each option may stand in the environment and in a configuration file instead: `fakexen config` says what holds, ' +
    'and by which. The first line on stdout says where it listens: {"event":"ready","url":"http://127.0.0.1:8080"}.',
  options: SETTINGS_OPTIONS,

  async run(given, { env }) {
    await serveBy(flagsIn(given), env);
    return undefined;
  },
};

/** Comes back once it listens. */
export async function serveBy(flags: Flags, env: Environment): Promise<void> {
  const { settings } = await readConfig(flags, env);
  const { serve } = await import('../../server/serve.js');
  await serve(settings);
}
