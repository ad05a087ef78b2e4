/** `fakexen ioreq tail` */

import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import { follow } from '../follow.js';
import { FILTER_OPTIONS } from '../journal-filter.js';

const KINDS = 'ioreq,ioreq_delivered,ioreq_completed,bufioreq';

export const ioreqTail: Command = {
  about:
    'It looks on, and takes no request away from a device model. It ends when it is interrupted.',
  options: [...FILTER_OPTIONS.filter(({ flag }) => flag !== 'op'), ...CONNECTION_OPTIONS],

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    await follow(xen, given, terminal, KINDS);
    return undefined;
  },
};
