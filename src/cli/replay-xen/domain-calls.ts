/** What dom0 does to domains: create, destroy, pause, shut down, resume, ask how they are. */

import { resultOf, type Call } from './call-result.js';
import { spokenOf } from './domain-names.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Reply } from './service.js';

const GIVEN_UP = /unmapped/;

export const DOMAIN_CALLS: Readonly<Record<string, Call>> = {
  domctl_getdomaininfo: async (world, { why }) => {
    if (GIVEN_UP.test(String(why))) await giveUp(world, String(why));
    await world.rest();
    const reply = await world.send('POST', '/domctl/getdomaininfo', {});
    const { answer } = reply;
    return resultOf(reply, {
      domain_matches: answer['domain'] === world.domid,
      flags: hex(Number(answer['flags'])),
      tot_pages: Number(answer['tot_pages']),
      max_pages: Number(answer['max_pages']),
      outstanding: Number(answer['outstanding_pages']),
      nr_online_vcpus: answer['nr_online_vcpus'],
      max_vcpu_id: answer['max_vcpu_id'],
    });
  },

  domctl_max_mem: async (world, { kib }) => resultOf(await world.limitMemory(Number(kib))),

  domctl_resumedomain: async (world, { domain, why }) =>
    resultOf(await domctl(world, domain ?? spokenOf(why), 'resumedomain')),

  domctl_max_vcpus: async (world, { max, max_vcpus, domain }) =>
    resultOf(await domctl(world, domain, 'max_vcpus', { max: max ?? max_vcpus })),

  domctl_pausedomain: async (world, { domain, why }) => {
    await world.rest();
    const reply = await domctl(world, domain ?? spokenOf(why), 'pausedomain');
    if (reply.status === 200) world.isPaused = true;
    return resultOf(reply);
  },

  domctl_unpausedomain: async (world, { domain, why }) => {
    await world.rest();
    const reply = await domctl(world, domain ?? spokenOf(why), 'unpausedomain');
    if (reply.status === 200) world.isPaused = world.isAtRest = false;
    return resultOf(reply);
  },

  domctl_sethvmcontext: async (world, { records }) => {
    const vcpus = [...String(records).matchAll(/\d+/g)].map(([id]) => Number(id));
    return resultOf(await world.send('POST', '/domctl/sethvmcontext', { vcpus }));
  },

  SCHEDOP_remote_shutdown: async (world, { reason, domain, why }) => {
    // Without a word of what was before, the recorder had the domain running.
    if (why === undefined && domain === undefined) await world.demand('POST', '/resume');
    const path = `/domains/${world.domidOf(domain)}/shutdown`;
    return resultOf(await world.service.send('POST', path, { reason }));
  },

  guest_runs: async (world) => {
    const { answer } = await world.demand('GET', '/vcpus/0');
    return resultOf(
      { status: 200, answer: {}, bytes: NOTHING },
      { runs: answer['state'] === 'runnable' },
    );
  },
};

const NOTHING = new Uint8Array();

/** On the domain at hand, unless a step says on which. */
function domctl(world: RecordedWorld, domain: unknown, op: string, body = {}): Promise<Reply> {
  const path = `/domains/${world.domidOf(domain)}/domctl/${op}`;
  return world.service.send('POST', path, body);
}

async function giveUp(world: RecordedWorld, why: string): Promise<void> {
  await world.pages.unmap(/RAM/.test(why) ? ['ram'] : ['ioreq', 'bufioreq']);
}

const hex = (value: number) => `0x${value.toString(16)}`;
