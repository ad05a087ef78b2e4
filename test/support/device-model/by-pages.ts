/** Serves as on a real host: the bytes of the shared pages, and an event channel for each vcpu and for the ring. */

import type { Story } from '../story.js';
import type { Request, Serve } from './device-model.js';
import { IOREQ, STATE, rawRequest, stateOf, withState } from './raw-ioreq.js';
import { readRing } from './read-ring.js';

export const serveByPages: Serve = async (story, ioservid, device) => {
  const seen: Request[] = [];
  const buffered: Request[] = [];
  const pages = `${story.domain}/ioreq-servers/${ioservid}/pages`;
  const slots = await bindSlots(story, ioservid);
  const end = new AbortController();

  const serveSlot = async (vcpu: number, port: number) => {
    const at = vcpu * IOREQ.size;
    const page = await story.getBytes(`${pages}/ioreq`);
    const ioreq = page.subarray(at, at + IOREQ.size);
    if (stateOf(ioreq) !== STATE.ready) return;
    const write = (offset: number, bytes: Iterable<number>) =>
      story.putBytes(`${pages}/ioreq?offset=${at + offset}`, bytes);

    await write(IOREQ.flags, [withState(ioreq, STATE.inprocess)]);
    const request = rawRequest(ioreq, vcpu);
    seen.push(request);
    const data = await device(request);
    if (data !== undefined) ioreq.writeBigUInt64LE(data, IOREQ.data);
    await write(IOREQ.data, ioreq.subarray(IOREQ.data, IOREQ.data + 8));
    await write(IOREQ.flags, [withState(ioreq, STATE.respReady)]);
    await story.post('/domains/0/evtchn/send', { port });
  };
  const live = async () => {
    for (;;) {
      const wait = { wait_ms: 10_000 };
      const { ports } = await story.post('/domains/0/evtchn/pending', wait, { signal: end.signal });
      for (const port of ports as number[]) {
        await story.post('/domains/0/evtchn/unmask', { port });
        const vcpu = slots.get(port);
        if (vcpu === undefined) buffered.push(...(await readRing(story, `${pages}/bufioreq`)));
        else await serveSlot(vcpu, port);
      }
    }
  };
  const life = live().catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
  const stop = () => {
    end.abort();
    return life;
  };
  return { seen, buffered, stop };
};

/** Which vcpu each local port is about; that of the ring is about none. */
async function bindSlots({ get, post, domid, domain }: Story, ioservid: number) {
  const { ports, bufioreq_port } = await get(`${domain}/ioreq-servers/${ioservid}`);
  const slots = new Map<number, number>();
  const bind = async (remote_port: number): Promise<number> => {
    const body = { remote_dom: domid, remote_port };
    return (await post('/domains/0/evtchn/bind_interdomain', body))['local_port'];
  };
  for (const [vcpu, port] of (ports as number[]).entries()) slots.set(await bind(port), vcpu);
  if (bufioreq_port !== undefined) await bind(bufioreq_port);
  return slots;
}
