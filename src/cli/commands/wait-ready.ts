/** `fakexen wait-ready` */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '../command.js';
import { isReady } from '../is-ready.js';
import { serviceUrl, URL_OPTION } from '../service-url.js';

const UNSAID_SECONDS = 30;
const MS_BETWEEN_LOOKS = 50;

export const waitReady: Command = {
  options: [
    URL_OPTION,
    {
      flag: 'timeout',
      value: 'SECONDS',
      about: `how long to wait at most, ${UNSAID_SECONDS} if not said`,
    },
  ],

  async run(given, { env }) {
    const url = await serviceUrl(given, env);
    const started = performance.now();
    const since = () => Math.round(performance.now() - started);
    const most = (given.number('timeout') ?? UNSAID_SECONDS) * 1000;
    let ready = await isReady(url);
    while (!ready && since() < most) {
      await sleep(MS_BETWEEN_LOOKS);
      ready = await isReady(url);
    }
    const ms = since();
    const text = `${url} is ${ready ? `ready after ${ms} ms` : `not ready after ${ms} ms`}`;
    return { value: { url, ready, ms }, text, status: ready ? 0 : 1 };
  },
};
