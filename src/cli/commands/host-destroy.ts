/** `fakexen host destroy` */

import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';

export const hostDestroy: Command = {
  arguments: [{ name: 'NAME', about: 'the host' }],
  options: CONNECTION_OPTIONS,

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const host = given.required('NAME');
    await answerOf(xen.api.DELETE('/hosts/{host}', { params: { path: { host } } }));
    return { value: { host }, text: `host ${host} is gone` };
  },
};
