/** `fakexen host list` */

import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import { columns } from '../text/columns.js';

export const hostList: Command = {
  options: CONNECTION_OPTIONS,

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const value = await answerOf(xen.api.GET('/hosts'));
    const rows = value.hosts.map(({ name, domains, profile, ttl_s }) => [
      name,
      String(domains),
      profile,
      String(ttl_s ?? ''),
    ]);
    return { value, text: columns(['host', 'domains', 'profile', 'ttl in s'], rows) };
  },
};
