import { XenError, type EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';

export const reset = defineHypercall({
  name: 'reset',
  evtchn: { number: 10 },
  since: '3.2',
  callers: 'target',
  summary: 'Close every port of a domain',
  description: "Xen's own stay. Another domain than the caller's must be paused.",

  request: struct({}),
  response: struct({}),

  errnos: { EINVAL: "The domain is not the caller's own, and its toolstack has not paused it." },
  example: { request: {}, response: {} },

  handle(channels: EventChannels, _, caller, host) {
    const { domid } = channels;
    const domain = host.find(domid);
    if (domid !== caller.domid && domain?.controllerPauseCount === 0)
      throw new XenError('EINVAL', `domain ${domid} is not paused`);
    channels.reset();
    return {};
  },
});
