/** The host that the tour is played on: made when it begins, deleted when one leaves, gone by itself if that fails. */

import { effect } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { authorization, service, serviceUrl } from '../../api.js';
import { place } from '../../navigation.js';
import type { Answered } from './holds.js';
import type { TourCall } from './tour-step.js';

/** How long it stays while nobody asks for anything, in seconds. */
const TIME_TO_LIVE = 600;
const PREFIX = 'tour-';

/** An address that names such a host asks for it, even if it is gone. */
export const scratchName = (): string =>
  place.peek().host.startsWith(PREFIX)
    ? place.peek().host
    : PREFIX + Math.random().toString(36).slice(2, 6);

/** In place of one of that name, if there is. */
export const makeScratchHost = (host: string) =>
  answerOf(
    service.value.PUT('/hosts/{host}', {
      params: { path: { host } },
      body: { ttl_s: TIME_TO_LIVE },
    }),
  );

/** Whatever the answer is: it is what the tour is about. */
export async function send(host: string, { call, body, async }: TourCall): Promise<Answered> {
  const [method = '', path = ''] = call.split(' ');
  const response = await fetch(urlOf(host) + path, {
    method,
    headers: {
      ...authorization(),
      ...(body && { 'content-type': 'application/json' }),
      ...(async && { prefer: 'respond-async' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, answer: text === '' ? {} : (JSON.parse(text) as unknown) };
}

/** Calls `left` once the page is neither at the tour nor at this host any more, and deletes the host. */
export function deleteWhenLeft(host: string, left: () => void): void {
  const end = () => {
    stop();
    removeEventListener('pagehide', end);
    left();
    const asked = { method: 'DELETE', headers: authorization(), keepalive: true };
    fetch(urlOf(host), asked).catch(() => undefined); // Then its time to live ends it.
  };
  addEventListener('pagehide', end);
  const stop = effect(() => {
    if (place.value.view !== 'tour' && place.value.host !== host) queueMicrotask(end);
  });
}

const urlOf = (host: string) => `${serviceUrl}/hosts/${host}`;
