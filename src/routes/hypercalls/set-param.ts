import { HVM_PARAM, checkParamIndex, setParam } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { oneOf, u32, u64 } from '../wire/wire.js';

export const set_param = defineHypercall({
  name: 'set_param',
  hvmop: { number: 0 },
  since: '3.0.3',
  callers: 'hvm_target',
  summary: 'Set an HVM parameter',
  description:
    "Most are the toolstack's; a guest may set eight of its own. Which there are, and what each may be, differs by " +
    'release: see the knobs of the profile.',

  request: struct({
    index: oneOf(HVM_PARAM, u32('Which one.')),
    value: u64('What it is to be.'),
  }),
  response: struct({}),

  errnos: {
    EINVAL: 'There is no such parameter, it has lost its meaning, or it cannot have the value.',
    EPERM: 'It is not for the caller to set.',
    EEXIST: 'It is set already, and can be only once.',
    ENODEV: 'The domain has no ACPI ports that could be moved.',
    EOPNOTSUPP: 'Up to 4.9: memory events are not subscribed to this way any more.',
  },
  example: { request: { index: 'TIMER_MODE', value: '0x1' }, response: {} },

  checkFirst({ index }, knobs) {
    checkParamIndex(index, knobs);
  },

  handle(domain, { index, value }, caller) {
    setParam(domain, index, value, caller.domid);
    return {};
  },
});
