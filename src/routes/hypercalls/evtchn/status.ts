import { XenError, type EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { bool } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';
import { oneOf, u16, u32 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

/** EVTCHNSTAT_*. */
const STATUS = { closed: 0, unbound: 1, interdomain: 2 };

/** How the core's states look from outside: a port that was never there looks closed. */
const STATUS_OF = {
  free: STATUS.closed,
  reserved: STATUS.closed,
  unbound: STATUS.unbound,
  interdomain: STATUS.interdomain,
} as const;

export const status = defineHypercall({
  name: 'status',
  evtchn: { number: 5 },
  since: '3.0',
  callers: 'target',
  summary: 'How a port stands',
  description: '`pending` and `masked` are ours: a guest reads them in its shared info page.',

  request: struct({ port: u32('The port.') }),
  response: struct({
    status: oneOf(STATUS, u32('Whether it is bound.')),
    vcpu: u32('The vcpu that is told.'),
    dom: optional(u16('Of an unbound port who may bind, of a bound one who has.')),
    remote_port: optional(u32('The other end.')),
    pending: bool('An event waits.'),
    masked: bool('Events are held back.'),
  }),

  errnos: { EINVAL: 'There is no such port.', EACCES: "Before 4.22: it is a port of Xen's own." },
  example: {
    request: { port: 1 },
    response: { status: 'unbound', vcpu: 0, dom: 0, pending: false, masked: false },
  },

  checkBefore(channels: EventChannels, { port }, { status_of_xen_ports }) {
    if (channels.status(port).xenConsumer && status_of_xen_ports === 'EACCES')
      throw new XenError('EACCES', `port ${port} is Xen's own`);
  },

  handle(channels: EventChannels, { port }) {
    const { state, vcpu, remoteDomid, remotePort, pending, masked } = channels.status(port);
    const status = STATUS_OF[state];
    return {
      status,
      vcpu,
      dom: status === STATUS.closed ? undefined : remoteDomid,
      remote_port: status === STATUS.interdomain ? remotePort : undefined,
      pending,
      masked,
    };
  },
});
