import { describe, expect, it } from 'vitest';
import { serverSentEvents } from '../../src/client/server-sent-events.js';

const bytes = new TextEncoder();

async function* pieces(...texts: string[]) {
  for (const text of texts) yield await Promise.resolve(bytes.encode(text));
}

describe('serverSentEvents', () => {
  it('reads events however they are cut, and no comments', async () => {
    const found: unknown[] = [];
    const text = pieces(
      'retry: 1000\n\n: 7\n\nid: 1\nevent: io',
      'req\ndata: {"seq":1}\n',
      '\ndata: {}\n\n',
    );
    for await (const event of serverSentEvents(text)) found.push(event);

    expect(found).toEqual([
      { event: 'ioreq', data: { seq: 1 } },
      { event: 'message', data: {} },
    ]);
  });
});
