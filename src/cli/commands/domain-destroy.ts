/** `fakexen domain destroy` */

import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import { DOMID } from '../domid.js';

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
