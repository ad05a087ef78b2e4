/** `fakexen host create` */

import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import { fields } from '../text/fields.js';

export const hostCreate: Command = {
  about: 'Then `--host NAME` says that a command is about it.',
  arguments: [{ name: 'NAME', about: 'what it is called' }],
  options: [
    { flag: 'ttl', value: 'SECONDS', about: 'it goes when nobody has used it for so long' },
    { flag: 'profile', value: 'NAME', about: 'the Xen that it runs' },
    ...CONNECTION_OPTIONS,
  ],

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const ttl_s = given.number('ttl');
    const profile = given.text('profile');
    const answer = await answerOf(
      xen.api.PUT('/hosts/{host}', {
        params: { path: { host: given.required('NAME') } },
        body: {
          ...(ttl_s !== undefined && { ttl_s }),
          ...(profile !== undefined && { profile: profile as never }),
        },
      }),
    );
    return { value: answer, text: fields(answer) };
  },
};
