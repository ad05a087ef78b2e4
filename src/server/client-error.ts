/**
 * What is said on a connection on which no request could be read: as `application/problem+json` too, and its end.
 * Node's `clientError` event; the codes that begin with HPE are llhttp's.
 */

import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

const problem = (name: string, status: number, title: string) => ({
  type: `urn:fakexen:problem:${name}`,
  title,
  status,
});

const NOT_HTTP = problem('malformed-request', 400, 'Request cannot be read');

const OF_CODES: Readonly<Record<string, typeof NOT_HTTP>> = {
  ERR_HTTP_REQUEST_TIMEOUT: problem('request-timeout', 408, 'Request did not arrive in time'),
  HPE_HEADER_OVERFLOW: problem('headers-too-large', 431, 'Headers are too large'),
};

/** Of what Node says: `Parse Error: Invalid method encountered`, of which the reason alone is told. */
export interface ClientError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** An answer that has begun on the connection is cut, not mixed with another. */
export function answerClientError(error: ClientError, connection: Duplex): void {
  if (connection.writable && !hasBegunToAnswer(connection)) connection.write(textOf(error));
  connection.destroy();
}

/** As Node itself sees it: the message that it has attached to the connection. */
function hasBegunToAnswer(connection: Duplex): boolean {
  const { _httpMessage: message } = connection as {
    _httpMessage?: { headersSent: boolean } | null;
  };
  return message?.headersSent === true;
}

function textOf({ code = '', reason }: ClientError): string {
  const refusal = OF_CODES[code] ?? NOT_HTTP;
  const body = JSON.stringify(reason === undefined ? refusal : { ...refusal, detail: reason });
  return [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
