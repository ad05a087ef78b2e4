/** What a call answers, or the refusal thrown. */

import { XenApiError } from './xen-api-error.js';

/** As openapi-fetch gives it. */
interface Fetched {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

export async function answerOf<Result extends Fetched>(
  call: Promise<Result>,
): Promise<NonNullable<Result['data']>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new XenApiError(response.status, error);
  return data as NonNullable<Result['data']>;
}
