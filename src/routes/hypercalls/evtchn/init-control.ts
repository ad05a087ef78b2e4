import { XenError, type EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { gfn, u32, u8 } from '../../wire/wire.js';

/** Bits of an event word that name the next port. */
const LINK_BITS = 17;
/** The last offset at which a control block fits a page. */
const LAST_OFFSET = 4096 - 72;
const ALIGNMENT = 8;

export const init_control = defineHypercall({
  name: 'init_control',
  evtchn: { number: 11 },
  since: '4.4',
  callers: 'target',
  summary: 'Turn to event arrays',
  description: 'Of a vcpu: where its control block lies. The first one turns the whole domain.',

  request: struct({
    control_gfn: gfn('The page of the control block.'),
    offset: u32('Where in the page.'),
    vcpu: u32('Whose it is.'),
  }),
  response: struct({ link_bits: u8('Bits of an event word that name a port.') }),

  errnos: {
    ENOENT: 'There is no such vcpu.',
    EINVAL: 'The block crosses the page, or is not aligned.',
  },
  missing: 'the words and queues in the guest’s pages: nothing is written there',
  example: {
    request: { control_gfn: '0x100', offset: 0, vcpu: 0 },
    response: { link_bits: LINK_BITS },
  },

  handle(channels: EventChannels, { offset, vcpu }, _caller, host) {
    if (host.find(channels.domid)?.vcpus[vcpu] === undefined)
      throw new XenError('ENOENT', `domain ${channels.domid} has no vcpu ${vcpu}`);
    if (offset > LAST_OFFSET || offset % ALIGNMENT !== 0)
      throw new XenError('EINVAL', `no control block lies at offset ${offset}`);
    channels.usesFifo = true;
    return { link_bits: LINK_BITS };
  },
});
