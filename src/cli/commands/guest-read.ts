/** `fakexen guest read` */

import type { Command } from '../command.js';
import { GUEST_OPTIONS, accessOptionsIn, shownAccess } from '../guest-access.js';
import { DOMID, connectionFor } from '../connection.js';

export const guestRead: Command = {
  about: 'The exit status is 1 if something befalls the guest.',
  arguments: [DOMID, { name: 'GPA', about: 'guest-physical address' }],
  options: GUEST_OPTIONS,

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const { guest } = xen.domain(given.requiredNumber('DOMID'));
    return shownAccess(await guest.read(given.requiredNumber('GPA'), accessOptionsIn(given)));
  },
};
