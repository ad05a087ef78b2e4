import type { EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u16, u32 } from '../../wire/wire.js';

export const bind_interdomain = defineHypercall({
  name: 'bind_interdomain',
  evtchn: { number: 0 },
  since: '3.0',
  callers: 'target',
  summary: "Bind a port to another domain's",
  description:
    'A device model binds the `vp_eport` of each vcpu from the page that it shares. The new port is pending at ' +
    'once, for what may have been lost before.',

  request: struct({
    remote_dom: u16('Whose port.'),
    remote_port: u32('Which: it must wait for the domain that binds.'),
  }),
  response: struct({ local_port: u32('The lowest free port.') }),

  errnos: {
    ESRCH: 'There is no such remote domain.',
    EINVAL: 'The remote port does not wait for this domain.',
    ENOSPC: 'The domain has no port left.',
  },
  example: { domid: 0, request: { remote_dom: 1, remote_port: 1 }, response: { local_port: 1 } },

  handle: (channels: EventChannels, { remote_dom, remote_port }) => ({
    local_port: channels.bindInterdomain(remote_dom, remote_port),
  }),
});
