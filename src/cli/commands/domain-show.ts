/** `fakexen domain show` */

import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, DOMID, connectionFor } from '../connection.js';
import { fields } from '../text/fields.js';

export const domainShow: Command = {
  arguments: [DOMID],
  options: CONNECTION_OPTIONS,

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const value = await xen.domain(given.requiredNumber('DOMID')).describe();
    return { value, text: fields(value) };
  },
};
