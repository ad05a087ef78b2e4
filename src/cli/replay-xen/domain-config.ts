/** XEN_DOMCTL_createdomain by the fields of the hypercall itself. */

import { resultOf, type CallResult } from './call-result.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';

const CONFIG = [
  'flags',
  'iommu_opts',
  'max_vcpus',
  'max_evtchn_port',
  'max_grant_frames',
  'grant_opts',
  'vmtrace_size',
  'cpupool_id',
  'emulation_flags',
] as const;

/** A domain of the recordings, where a step leaves something out: HVM with HAP, a whole PC. */
const USUAL: Args = {
  flags: 0x3,
  max_vcpus: 1,
  max_evtchn_port: 1023,
  max_grant_frames: 4,
  grant_opts: 1,
  emulation_flags: 0x3ff,
};

/** Which domid a step says it wants; it is no reason to keep a domain. */
const WANTED = /^domid (0x[0-9a-f]+|0)$/;
/** Otherwise one that no scenario has in use. */
const ANY = 0x100;
const LAST_DOMID = 0xffff;

export async function createByConfig(world: RecordedWorld, args: Args): Promise<CallResult> {
  const why = args['why'] === undefined ? undefined : (args['why'] as string);
  const last = world.domids.get(CREATED);
  if (why !== undefined && last !== undefined) await destroy(world, last);

  const wanted = Number(args['domid'] ?? WANTED.exec(why ?? '')?.[1] ?? ANY);
  const given = { ...USUAL, ...args };
  const config = Object.fromEntries(
    CONFIG.filter((name) => given[name] !== undefined).map((name) => [name, Number(given[name])]),
  );
  const path = `/domains/${Math.min(wanted, LAST_DOMID)}/domctl/createdomain`;
  const reply = await world.service.send('POST', path, {
    ...config,
    profile: world.version,
  });
  const { domid } = reply.answer;
  if (typeof domid === 'number') world.turnTo(CREATED, domid);
  return resultOf(reply);
}

const CREATED = 'created by its configuration';

async function destroy(world: RecordedWorld, domid: number): Promise<void> {
  await world.service.send('POST', `/domains/${domid}/domctl/destroydomain`, {});
  world.domids.delete(CREATED);
}
