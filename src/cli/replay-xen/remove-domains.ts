/** Domains that earlier scenarios have left are removed before the next one begins. */

import type { Service } from './service.js';

/** A domain of which something is still mapped stays, dying, until that is let go of. */
export async function removeDomains(service: Service): Promise<void> {
  for (const domid of await domidsOf(service)) await service.send('DELETE', `/domains/${domid}`);
  for (const domid of await domidsOf(service)) {
    const { answer } = await service.send('GET', `/domains/${domid}/mappings`);
    for (const { id } of (answer['mappings'] ?? []) as { id: number }[])
      await service.send('DELETE', `/domains/${domid}/mappings/${id}`);
  }
}

async function domidsOf(service: Service): Promise<number[]> {
  const { answer } = await service.send('GET', '/domains');
  return (answer['domains'] as { domid: number }[]).map(({ domid }) => domid);
}
