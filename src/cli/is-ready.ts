/** Whether a service takes work. Nothing is sent that anybody could misuse, so whose certificate it shows does not matter. */

import { get as getHttp, type RequestOptions } from 'node:http';
import { get as getHttps } from 'node:https';

const PATIENCE_MS = 2000;

/** The URL may be `unix:` and a path. */
export function isReady(url: string): Promise<boolean> {
  const [, socketPath] = /^unix:(?:\/\/)?(\/.*)/.exec(url) ?? [];
  const target =
    socketPath === undefined ? `${url.replace(/\/$/, '')}/readyz` : 'http://localhost/readyz';
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    timeout: PATIENCE_MS,
    rejectUnauthorized: false,
    ...(socketPath !== undefined && { socketPath }),
  };
  const get = target.startsWith('https:') ? getHttps : getHttp;
  return new Promise((resolve) => {
    const request = get(target, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.once('timeout', () => request.destroy(new Error('no answer')));
    request.once('error', () => {
      resolve(false);
    });
  });
}
