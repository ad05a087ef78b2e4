/** `fakexen guest write` */

import type { Command } from '../command.js';
import { GUEST_OPTIONS, accessOptionsIn, shownAccess } from '../guest-access.js';
import { DOMID, connectionFor } from '../connection.js';

export const guestWrite: Command = {
  about: 'The exit status is 1 if something befalls the guest.',
  arguments: [
    DOMID,
    { name: 'GPA', about: 'guest-physical address' },
    { name: 'DATA', about: 'the value, decimal or 0x…' },
  ],
  options: GUEST_OPTIONS,

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const { guest } = xen.domain(given.requiredNumber('DOMID'));
    const data = given.quantity('DATA');
    return shownAccess(
      await guest.write(given.requiredNumber('GPA'), data, accessOptionsIn(given)),
    );
  },
};
