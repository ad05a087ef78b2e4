import { XenError, type EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { gfn } from '../../wire/wire.js';

export const expand_array = defineHypercall({
  name: 'expand_array',
  evtchn: { number: 12 },
  since: '4.4',
  callers: 'target',
  summary: 'Add a page to the event array',
  description: 'Of a domain that has turned to event arrays.',

  request: struct({ array_gfn: gfn('The page.') }),
  response: struct({}),

  errnos: { EOPNOTSUPP: 'The domain has not turned to event arrays.' },
  missing: 'the page itself: nothing is written there',
  example: { request: { array_gfn: '0x101' }, response: {} },

  handle(channels: EventChannels) {
    if (!channels.usesFifo)
      throw new XenError('EOPNOTSUPP', `domain ${channels.domid} has no event array`);
    return {};
  },
});
