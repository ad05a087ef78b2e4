/** `fakexen domain list` */

import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import { columns } from '../text/columns.js';

export const domainList: Command = {
  options: CONNECTION_OPTIONS,

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const answer = await answerOf(xen.api.GET('/domains'));
    const rows = answer.domains.map((domain) => [
      String(domain.domid),
      domain.name ?? '',
      domain.profile,
      String(domain.vcpus),
      String(domain.pages),
      String(domain.ioreq_servers.length),
      domain.pause_count > 0 ? 'paused' : 'running',
    ]);
    const head = ['domid', 'name', 'profile', 'vcpus', 'pages', 'ioreq servers', 'state'];
    return { value: answer, text: columns(head, rows) };
  },
};
