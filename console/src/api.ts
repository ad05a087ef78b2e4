/** The host's API, typed by the OpenAPI document that is committed: the console stops compiling when it moves. */

import { computed } from '@preact/signals';
import { apiClient, type ApiClient } from './api-client.js';
import { hostName } from './navigation.js';
import { refuseToken, token } from './token.js';

const UNAUTHORIZED = 401;

export type { Answer } from './answer.js';

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
