/** Where the service is that a command asks: said on its line, or in the environment. */

import { readConfig, type Environment } from '../server/config.js';
import { calledAt } from './called-at.js';
import type { Option } from './command.js';
import type { Given } from './given.js';

export const URL_OPTION: Option = {
  flag: 'url',
  value: 'URL',
  about:
    'where the service is; unix:/PATH is a socket (FAKEXEN_URL, else by the settings of `serve` in the environment)',
};

export async function serviceUrl(given: Given, env: Environment): Promise<string> {
  const said = given.text('url') ?? (env['FAKEXEN_URL'] || undefined);
  return said ?? calledAt((await readConfig({}, env)).settings);
}
