import { XenError, type EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u32 } from '../../wire/wire.js';

const LOWEST = 15;

export const set_priority = defineHypercall({
  name: 'set_priority',
  evtchn: { number: 13 },
  since: '4.4',
  callers: 'target',
  summary: 'Say how urgent a port is',
  description: 'Of a domain that has turned to event arrays. Nothing here asks for it.',

  request: struct({ port: u32('The port.'), priority: u32('0 is the most urgent, 15 the least.') }),
  response: struct({}),

  errnos: {
    EINVAL: 'There is no such port or priority.',
    ENOSYS: 'The domain has not turned to event arrays.',
    EACCES: 'The port is closed.',
  },
  example: { request: { port: 1, priority: 0 }, response: {} },

  handle(channels: EventChannels, { port, priority }) {
    const { state } = channels.status(port);
    if (!channels.usesFifo)
      throw new XenError('ENOSYS', `domain ${channels.domid} has no priorities`);
    if (state === 'free' || state === 'reserved')
      throw new XenError('EACCES', `port ${port} is ${state}`);
    if (priority > LOWEST) throw new XenError('EINVAL', `${priority} is no priority`);
    return {};
  },
});
