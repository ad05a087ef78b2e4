import { XenError } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { array } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';
import { u32 } from '../../wire/wire.js';

export const sethvmcontext = defineHypercall({
  name: 'sethvmcontext',
  domctl: { number: 34 },
  since: '3.1',
  callers: 'target',
  summary: 'Load the state of a domain’s vcpus',
  description:
    'Those that the stream has a CPU record of can run from then on, every other is down. The states themselves come with ' +
    'each guest access.',

  request: struct({ vcpus: array(u32('A vcpu.'), 'Of which vcpus there is a CPU record.') }),
  response: struct({}),

  errnos: { EINVAL: 'There is a record of a vcpu that the domain does not have, or it is PV.' },
  missing: 'every record but of which vcpus there are some',
  example: { request: { vcpus: [0] }, response: {} },

  handle(domain, { vcpus }) {
    const unknown = vcpus.find((id) => domain.vcpus[id] === undefined);
    if (unknown !== undefined)
      throw new XenError('EINVAL', `domain ${domain.domid} has no vcpu ${unknown}`);
    if (!domain.isHvm) throw new XenError('EINVAL', `domain ${domain.domid} is not HVM`);
    for (const vcpu of domain.vcpus) vcpu.isDown = !vcpus.includes(vcpu.id);
    return {};
  },
});
