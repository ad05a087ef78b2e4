import { XenError } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u32 } from '../../wire/wire.js';

const MOST_VCPUS = 128;

export const max_vcpus = defineHypercall({
  name: 'max_vcpus',
  domctl: { number: 15 },
  since: '3.0',
  callers: 'target',
  summary: 'Make the vcpus of a domain',
  description:
    'Only the number that it was created with is taken. They come with the domain here, unless it was made by `createdomain`.',

  request: struct({ max: u32('How many.') }),
  response: struct({}),

  errnos: {
    EINVAL: 'It was created with another number; in 4.9 and before, with a larger one.',
    EBUSY: 'In 4.9 and before: it was created with fewer.',
  },
  example: { request: { max: 1 }, response: {} },

  handle(domain, { max }) {
    const { domid, maxVcpus, profile } = domain;
    if (max === maxVcpus) {
      domain.allocateVcpus();
      return {};
    }
    const grows = max > maxVcpus && max <= MOST_VCPUS;
    const isFixed = profile.knobs.max_vcpus_at_creation;
    throw new XenError(
      grows && !isFixed ? 'EBUSY' : 'EINVAL',
      `domain ${domid} was created with ${maxVcpus} vcpus, not ${max}`,
    );
  },
});
