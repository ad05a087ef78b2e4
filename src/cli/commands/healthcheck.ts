/** `fakexen healthcheck` */

import { readConfig } from '../../server/config.js';
import { calledAt } from '../called-at.js';
import type { Command } from '../command.js';
import { isReady } from '../is-ready.js';
import { SETTINGS_OPTIONS, flagsIn } from '../settings-options.js';

export const healthcheck: Command = {
  about:
    'For the HEALTHCHECK of a container: with the settings of `serve`, 0 if that service is ready, else 1.',
  options: SETTINGS_OPTIONS,

  async run(given, { env }) {
    const url = calledAt((await readConfig(flagsIn(given), env)).settings);
    const ready = await isReady(url);
    return {
      value: { url, ready },
      text: `${url} is ${ready ? '' : 'not '}ready`,
      status: ready ? 0 : 1,
    };
  },
};
