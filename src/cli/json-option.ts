/** The option that every command has. */

import type { Option } from './command.js';

export const JSON_OPTION: Option = { flag: 'json', about: 'print JSON' };
