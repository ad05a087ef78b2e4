import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play, type Step } from '../../../src/cli/demo/story.js';

let server: Server;
let url: string;

/** Answers what it was asked, and nothing to DELETE. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      const body = Buffer.concat(parts).toString();
      response.statusCode = method === 'DELETE' ? 204 : 202;
      response.end(
        method === 'DELETE'
          ? ''
          : JSON.stringify({ method, path, prefer: headers['prefer'], body }),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(() => server.close());

const step = (call: string, more: Partial<Step> = {}): Step => ({
  shows: 'a step',
  call,
  status: 200,
  answer: {},
  ...more,
});

describe('play', () => {
  it('makes the call with its body and headers, and gives back status and answer', async () => {
    const posted = step('POST /domains', {
      body: { domid: 7 },
      headers: { prefer: 'respond-async' },
    });

    expect(await play(url, posted)).toEqual({
      step: posted,
      status: 202,
      answer: { method: 'POST', path: '/domains', prefer: 'respond-async', body: '{"domid":7}' },
    });
  });

  it('takes no body for an empty answer', async () => {
    expect(await play(url, step('DELETE /domains/7'))).toMatchObject({ status: 204, answer: {} });
  });
});
