/** `fakexen domain destroy` */

import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, DOMID, connectionFor } from '../connection.js';

export const domainDestroy: Command = {
  arguments: [DOMID],
  options: CONNECTION_OPTIONS,

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const domid = given.requiredNumber('DOMID');
    await xen.domain(domid).destroy();
    return { value: { domid }, text: `domain ${domid} is destroyed` };
  },
};
