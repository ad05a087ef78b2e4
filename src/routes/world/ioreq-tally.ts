/** How many requests ioreq servers were sent since the process began, by the way that they went. */

import type { HostEvent } from '../../hypervisor/index.js';

export const IOREQS = { page: 0, ring: 0 };

export function countIoreqs({ type }: HostEvent): void {
  if (type === 'ioreq') IOREQS.page++;
  else if (type === 'bufioreq') IOREQS.ring++;
}
