/** Server-sent events as they come: what each says, its data being JSON. */

export interface ServerSentEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function* serverSentEvents(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<ServerSentEvent, void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventIn(block);
      if (event !== undefined) yield event;
    }
  }
}

/** Undefined of a comment, which keeps the connection open. */
function eventIn(block: string): ServerSentEvent | undefined {
  const lines = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
  const valuesOf = (name: string) =>
    lines.flatMap((line) => (line?.[1] === name ? [line[2] ?? ''] : []));
  const data = valuesOf('data').join('\n');
  if (data === '') return undefined;
  return {
    event: valuesOf('event')[0] ?? 'message',
    data: JSON.parse(data) as ServerSentEvent['data'],
  };
}
