/** `fakexen seed` */

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';

export const seed: Command = {
  about: 'The host begins anew as the file says, and goes back to it at each reset from then on.',
  arguments: [
    { name: 'FILE', about: 'a snapshot, or a list of domains, in YAML or JSON', isFile: true },
  ],
  options: CONNECTION_OPTIONS,

  async run(given, terminal) {
    const file = given.required('FILE');
    const text = await readFile(file, 'utf8');
    const content = (text.startsWith('{') ? JSON.parse(text) : parse(text)) as object;
    const { xen } = await connectionFor(given, terminal);
    await answerOf(xen.api.POST('/reset', { body: { seed: { ...content } } }));
    return { value: { seed: file }, text: `it is as ${file} says` };
  },
};
