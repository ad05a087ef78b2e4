/** The host's API, typed by the OpenAPI document that is committed: the console stops compiling when it moves. */

import { computed } from '@preact/signals';
import type { operations } from '../../src/client/api.js';
import { apiClient, type ApiClient } from './api-client.js';
import { hostName } from './navigation.js';
import { refuseToken, token } from './token.js';

const UNAUTHORIZED = 401;

type Answers<Name extends keyof operations> = operations[Name]['responses'];
type BodyOf<Response> = Response extends { content: { 'application/json': infer Body } }
  ? Body
  : never;

/** What an operation answers when all is well. */
export type Answer<Name extends keyof operations> =
  Answers<Name> extends { 200: infer Response }
    ? BodyOf<Response>
    : Answers<Name> extends { 201: infer Response }
      ? BodyOf<Response>
      : never;

/** Where the service is: the console lies in `/console/` below it. */
export const serviceUrl = new URL('..', location.href.split('#')[0]).href.replace(/\/$/, '');

/** Of the service as a whole: which hosts it has. */
export const service = computed(() => clientOf(serviceUrl));

export const apiOf = (host: string) => clientOf(`${serviceUrl}/hosts/${encodeURIComponent(host)}`);

/** Of the host that is looked at. */
export const api = computed(() => apiOf(hostName.value));

export const authorization = (): Record<string, string> =>
  token.value === undefined ? {} : { authorization: `Bearer ${token.value}` };

function clientOf(baseUrl: string): ApiClient {
  return apiClient(baseUrl, authorization(), ({ status }) => {
    if (status === UNAUTHORIZED) refuseToken();
  });
}
