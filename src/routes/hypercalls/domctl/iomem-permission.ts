import { checkFrames, permitIomem } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u64, u8 } from '../../wire/wire.js';

export const iomem_permission = defineHypercall({
  name: 'iomem_permission',
  domctl: { number: 20 },
  since: '3.0',
  callers: 'target',
  summary: 'Say which frames of devices a domain may have mapped',
  description:
    'Nothing is mapped by it. A domain that may have any has the memory types that its guest and its device model ask ' +
    'for, instead of write-back throughout; one that may have none any more keeps those of what is mapped.',

  request: struct({
    first_mfn: u64('The first frame of the device.'),
    nr_mfns: u64('How many frames.'),
    allow_access: u8('0 forbids, anything else allows.'),
  }),
  response: struct({}),

  errnos: {
    EINVAL: 'The frames wrap.',
    EPERM: 'What dom0 itself may not have: an interrupt controller, or frames beyond the machine.',
  },
  example: {
    request: { first_mfn: '0xfd000', nr_mfns: '0x10', allow_access: 1 },
    response: {},
  },

  checkBefore(_domain, { first_mfn, nr_mfns }, { iomem_checks }) {
    if (iomem_checks === 'range_first') checkFrames({ first: first_mfn, nr: nr_mfns });
  },
  handle(domain, { first_mfn, nr_mfns, allow_access }, caller) {
    permitIomem(domain, caller, { first: first_mfn, nr: nr_mfns }, allow_access !== 0);
    return {};
  },
});
