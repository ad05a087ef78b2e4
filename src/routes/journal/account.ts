/** On whose account things happen: a request's, while its handler runs, and when it goes on after a wait. */

import type { Journal } from '../../hypervisor/index.js';

export function onAccountOf<T>(
  journal: Journal | undefined,
  request: string | undefined,
  body: () => T,
): T {
  if (journal === undefined) return body();
  const before = journal.request;
  journal.onBehalfOf(request);
  try {
    return body();
  } finally {
    journal.onBehalfOf(before);
  }
}

/** Waits for something, during which others have their own accounts; who goes on has to leave his in the end. */
export async function meanwhile<T>(journal: Journal | undefined, wait: Promise<T>): Promise<T> {
  const account = journal?.request;
  journal?.onBehalfOf(undefined);
  try {
    return await wait;
  } finally {
    journal?.onBehalfOf(account);
  }
}
