/** The stream of events of a host, as it comes through a proxy. */

const PATIENCE_MS = 5000;

/** The first event that `what` causes: one that is held back on its way does not come at all. */
export async function firstEvent(url, what) {
  const stream = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await what();
  let text = '';
  for await (const part of stream.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const [, event] = /^event: (.*)$/m.exec(text) ?? [];
    if (event !== undefined) return event;
  }
  throw new Error(`the stream of ${url} ended without an event`);
}
