/** `fakexen ept walk` */

import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, DOMID, connectionFor } from '../connection.js';
import { eptTree } from '../text/ept-tree.js';

export const eptWalk: Command = {
  about: 'Each entry as it stands, with what its bits say.',
  arguments: [DOMID, { name: 'GFN', about: 'guest frame number, decimal or 0x…' }],
  options: CONNECTION_OPTIONS,

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const domid = given.requiredNumber('DOMID');
    const gfn = `0x${given.requiredNumber('GFN').toString(16)}`;
    const params = { path: { domid, gfn } };
    const value = await answerOf(xen.api.GET('/domains/{domid}/ept/{gfn}', { params }));
    return { value, text: eptTree(domid, value) };
  },
};
