/** Event channel operations of dom0, and of a domain that it speaks for. */

import { resultOf, type Call, type CallResult } from './call-result.js';
import { DOM0, nameOfDomid } from './domain-names.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';
import type { Reply } from './service.js';

const STATUS = ['closed', 'unbound', 'interdomain'];
const CLOSED = 0;
const UNBOUND = 1;

export const EVENT_CHANNEL_CALLS: Readonly<Record<string, Call>> = {
  EVTCHNOP_alloc_unbound: async (world, { dom, remote_dom }) => {
    const reply = await callOf(world, dom, 'alloc_unbound', {
      remote_dom: world.domidOf(remote_dom),
    });
    const port = reply.answer['port'] as number;
    if (!isDom0(world, dom)) return resultOf(reply, { port });
    if (reply.status === 200) world.dom0Ports.allocated(port);
    return resultOf(reply, { port: 'local' });
  },

  EVTCHNOP_bind_interdomain: async (world, { remote_dom, remote_port }) => {
    const body = { remote_dom: world.domidOf(remote_dom), remote_port };
    const reply = await callOf(world, 'dom0', 'bind_interdomain', body);
    if (reply.status === 200) world.dom0Ports.bound(reply.answer['local_port'] as number);
    return resultOf(reply);
  },

  EVTCHNOP_status: async (world, { dom, port, why }) => {
    const reply = await callOf(world, dom, 'status', { port: portOf(world, port, why) });
    return resultOf(reply, reply.status === 200 ? describe(world, reply.answer) : {});
  },

  EVTCHNOP_send: ofDom0('send'),
  EVTCHNOP_unmask: ofDom0('unmask'),
  EVTCHNOP_close: async (world, args, ...rest) => {
    const result = await ofDom0('close')(world, args, ...rest);
    if (result.errno === null) world.dom0Ports.closed(portOf(world, args['port'], args['why']));
    return result;
  },
  EVTCHNOP_reset: async (world, { dom }) => {
    await world.rest();
    return resultOf(await callOf(world, dom, 'reset', {}));
  },

  EVTCHNOP_alloc_unbound_loop: async (world) => {
    for (let accepted = 0; ; accepted++) {
      const reply = await callOf(world, 'the HVM domain', 'alloc_unbound', { remote_dom: DOM0 });
      if (reply.status !== 200) return { ...resultOf(reply), out: { accepted } };
    }
  },
};

function ofDom0(op: string): Call {
  return async (world, { port, why }) => {
    // The port is closed after its name was looked up for the last time.
    const reply = await callOf(world, 'dom0', op, { port: portOf(world, port, why) });
    return resultOf(reply);
  };
}

const isDom0 = (world: RecordedWorld, dom: unknown): boolean =>
  dom === 'DOMID_SELF' || world.domidOf(dom) === DOM0;

const portOf = (world: RecordedWorld, port: unknown, why: unknown): number =>
  world.dom0Ports.named(port, (why as string | undefined) ?? '');

function callOf(world: RecordedWorld, dom: unknown, op: string, body: Args): Promise<Reply> {
  const domid = isDom0(world, dom) ? DOM0 : world.domidOf(dom);
  return world.service.send('POST', `/domains/${domid}/evtchn/${op}`, body, {
    'xen-caller-domid': world.caller,
  });
}

/** dom0's ports have no numbers in a recording. */
function describe(world: RecordedWorld, answer: Reply['answer']): CallResult['out'] {
  const { vcpu, dom, remote_port } = answer as { vcpu: number; dom?: number; remote_port?: number };
  const name = String(answer['status']);
  const status = STATUS.indexOf(name);
  const other = nameOfDomid(world, dom ?? DOM0);
  const shown = { status, name, vcpu };
  if (status === CLOSED) return shown;
  if (status === UNBOUND) return { ...shown, unbound_dom: other };
  return { ...shown, remote_dom: other, remote_port: other === String(DOM0) ? null : remote_port };
}
