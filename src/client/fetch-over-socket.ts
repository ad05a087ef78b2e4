/** `fetch` to a service that listens on a Unix socket, which the fetch of Node does not reach. */

import { request as send, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

export const fetchOverSocket =
  (socketPath: string) =>
  async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      send(
        {
          socketPath,
          path: pathname + search,
          method: request.method,
          headers: Object.fromEntries(request.headers),
          signal: request.signal,
        },
        resolve,
      )
        .once('error', reject)
        .end(body);
    });
    return responseOf(answer);
  };

/** What HTTP gives no body to. */
const BODILESS = new Set([204, 304]);

function responseOf(answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 0;
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  if (!BODILESS.has(status)) return new Response(Readable.toWeb(answer), { status, headers });
  answer.resume();
  return new Response(null, { status, headers });
}
