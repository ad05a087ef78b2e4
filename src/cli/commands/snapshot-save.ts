/** `fakexen snapshot save` */

import { open, rename, rm } from 'node:fs/promises';
import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import { progressOn } from '../progress.js';
import { SNAPSHOT_TYPES, sizeInWords } from '../snapshot-file.js';

export const snapshotSave: Command = {
  about:
    'The file is the whole snapshot or is not there: it takes its name when all of it is written.',
  arguments: [{ name: 'FILE', about: 'where to', isFile: true }],
  options: [
    { flag: 'binary', about: 'contents of memory as bytes, not as base64 in JSON' },
    ...CONNECTION_OPTIONS,
  ],

  async run(given, terminal) {
    const file = given.required('FILE');
    const { xen } = await connectionFor(given, terminal);
    const accept = SNAPSHOT_TYPES[given.has('binary') ? 'binary' : 'json'];
    const options = { headers: { accept }, parseAs: 'stream' } as const;
    const body = await answerOf(xen.api.GET('/snapshot', options));
    const progress = progressOn(terminal);
    const bytes = await written(file, body as AsyncIterable<Uint8Array>, (so) => {
      progress.tell(`${sizeInWords(so)} written`);
    }).finally(() => {
      progress.end();
    });
    return { value: { file, bytes }, text: `${file}: ${sizeInWords(bytes)}` };
  },
};

async function written(
  file: string,
  content: AsyncIterable<Uint8Array>,
  tell: (bytes: number) => void,
): Promise<number> {
  const unfinished = `${file}.${process.pid}.part`;
  let bytes = 0;
  try {
    const to = await open(unfinished, 'w');
    try {
      for await (const piece of content) {
        await to.write(piece);
        tell((bytes += piece.length));
      }
      await to.sync();
    } finally {
      await to.close();
    }
    await rename(unfinished, file);
    return bytes;
  } finally {
    await rm(unfinished, { force: true });
  }
}
