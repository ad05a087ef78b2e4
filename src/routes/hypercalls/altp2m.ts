import { XenError } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import type { Subject } from '../definition/interfaces.js';
import { struct } from '../wire/struct.js';
import { oneOf, u16, u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

const COMMANDS = {
  get_domain_state: 1,
  set_domain_state: 2,
  vcpu_enable_notify: 3,
  create_p2m: 4,
  destroy_p2m: 5,
  switch_p2m: 6,
  set_mem_access: 7,
  change_gfn: 8,
  set_mem_access_multi: 9,
  set_suppress_ve: 10,
  get_suppress_ve: 11,
  get_mem_access: 12,
  vcpu_disable_notify: 13,
  get_p2m_idx: 14,
  set_suppress_ve_multi: 15,
  set_visibility: 16,
};

const INTERFACE_VERSION = 1;

export const altp2m = defineHypercall({
  name: 'altp2m',
  hvmop: { number: 25, isHole: true },
  since: '4.6',
  callers: 'anyone',
  summary: 'Work with alternative views of guest memory',
  description:
    'Xen has them switched off unless it was booted with `altp2m`; then it refuses before it looks at anything.',

  request: struct({
    version: optional(u32('Of the interface.'), INTERFACE_VERSION),
    cmd: oneOf(COMMANDS, u32('What to do.')),
    domain: optional(u16('For which domain, instead of that in the path.'), 0),
    pad1: optional(u16('Reserved.'), 0),
    pad2: optional(u32('Reserved.'), 0),
  }),
  response: struct({}),

  errnos: { EOPNOTSUPP: 'Always: altp2m is switched off.' },
  missing: 'a Xen that was booted with `altp2m`: here it is always switched off',
  example: { request: { cmd: 'get_domain_state' }, refused: 'EOPNOTSUPP', response: {} },

  handle(_: Subject) {
    throw new XenError('EOPNOTSUPP', 'altp2m is switched off');
  },
});
