/** Calls on a host that have given way and are not over yet: who wants the machine at rest waits for them. */

import type { Host } from '../../hypervisor/index.js';

const TASKS = new WeakMap<Host, Set<Promise<unknown>>>();

/** The call is under way until the promise is settled. */
export function track<Result>(host: Host, call: Promise<Result>): Promise<Result> {
  const calls = TASKS.get(host) ?? new Set();
  TASKS.set(host, calls);
  const over = call.finally(() => calls.delete(over));
  calls.add(over);
  return over;
}

/** Until no call is under way; the machine is at rest until whoever waits gives way himself. */
export async function atRest(host: Host): Promise<void> {
  for (let calls = TASKS.get(host); calls !== undefined && calls.size > 0;)
    await Promise.allSettled(calls);
}
