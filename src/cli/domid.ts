/** The argument of commands that are about a domain. */

import type { Argument } from './command.js';

export const DOMID: Argument = { name: 'DOMID', about: 'the domain' };
