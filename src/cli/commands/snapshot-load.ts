/** `fakexen snapshot load` */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { answerOf } from '../../client/answer-of.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import { progressOn, type Progress } from '../progress.js';
import { sizeInWords, typeOf } from '../snapshot-file.js';

export const snapshotLoad: Command = {
  about:
    'The host becomes what the file says, at once; a file that says what cannot be changes nothing.',
  arguments: [{ name: 'FILE', about: 'what `snapshot save` wrote', isFile: true }],
  options: CONNECTION_OPTIONS,

  async run(given, terminal) {
    const file = given.required('FILE');
    const { type, bytes } = await formOf(file);
    const { xen } = await connectionFor(given, terminal);
    const progress = progressOn(terminal);
    const body = Readable.toWeb(Readable.from(sent(file, bytes, progress)));
    const sending = xen.api.PUT('/snapshot', {
      headers: { 'content-type': type },
      body: body as unknown as Record<string, never>,
      bodySerializer: (content: unknown) => content,
      duplex: 'half',
    } as never);
    await answerOf(sending).finally(() => {
      progress.end();
    });
    return { value: { file, bytes }, text: `it is as ${file} says` };
  },
};

async function formOf(file: string) {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read({ buffer: Buffer.alloc(1) });
    const { size } = await opened.stat();
    return { type: typeOf(buffer.subarray(0, bytesRead)), bytes: size };
  } finally {
    await opened.close();
  }
}

async function* sent(file: string, bytes: number, progress: Progress) {
  let so = 0;
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    so += piece.length;
    progress.tell(`${sizeInWords(so)} of ${sizeInWords(bytes)} sent`);
    yield piece;
  }
}
