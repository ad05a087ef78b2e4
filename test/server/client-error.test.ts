import { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { answerClientError, type ClientError } from '../../src/server/client-error.js';

/** A connection that keeps what is written on it. */
function connection(more: object = {}) {
  const written: string[] = [];
  const duplex = new Duplex({
    read: () => undefined,
    write: (bytes: Buffer, _encoding, done) => {
      written.push(bytes.toString());
      done();
    },
  });
  return { connection: Object.assign(duplex, more), written };
}

const error = (code: string, reason?: string): ClientError =>
  Object.assign(new Error('a parse error'), { code, ...(reason !== undefined && { reason }) });

describe('answerClientError', () => {
  it.each([
    ['HPE_INVALID_METHOD', 400, 'malformed-request'],
    ['ERR_HTTP_REQUEST_TIMEOUT', 408, 'request-timeout'],
    ['HPE_HEADER_OVERFLOW', 431, 'headers-too-large'],
  ])('says of %s that it is a %i, and ends the connection', (code, status, name) => {
    const { connection: socket, written } = connection();

    answerClientError(error(code, 'as llhttp says'), socket);

    const [head, body] = written.join('').split('\r\n\r\n') as [string, string];
    expect(head).toMatch(
      new RegExp(`^HTTP/1.1 ${status} [\\w ]+\r\ncontent-type: application/prob`),
    );
    expect(head).toContain(`content-length: ${body.length}\r\nconnection: close`);
    expect(JSON.parse(body)).toMatchObject({
      type: `urn:fakexen:problem:${name}`,
      status,
      detail: 'as llhttp says',
    });
    expect(socket.destroyed).toBe(true);
  });

  it('says no more than it knows', () => {
    const { connection: socket, written } = connection();

    answerClientError(new Error('nothing'), socket);

    expect(written.join('')).not.toContain('detail');
  });

  it('mixes nothing into an answer that has begun, but waits for none that has not', () => {
    const begun = connection({ _httpMessage: { headersSent: true } });
    const notBegun = connection({ _httpMessage: { headersSent: false } });

    for (const { connection: socket } of [begun, notBegun])
      answerClientError(error('HPE_INVALID_METHOD'), socket);

    expect([begun.written.length, notBegun.written.length]).toEqual([0, 1]);
    expect(begun.connection.destroyed).toBe(true);
  });

  it('has nothing to say to one that is gone', () => {
    const { connection: socket, written } = connection();
    socket.destroy();

    answerClientError(error('ECONNRESET'), socket);

    expect(written).toEqual([]);
  });
});
