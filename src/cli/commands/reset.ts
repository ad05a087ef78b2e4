/** `fakexen reset` */

import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';

export const reset: Command = {
  about:
    'Back to its seed. Calls under way come to their end on the world before; who waits is told.',
  options: [{ flag: 'empty', about: 'not to its seed, but empty' }, ...CONNECTION_OPTIONS],

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const to = given.has('empty') ? 'empty' : 'seed';
    await answerOf(xen.api.POST('/reset', { params: { query: { to } }, body: null }));
    return { value: { to }, text: to === 'empty' ? 'it is empty' : 'it is as its seed says' };
  },
};
