import { XenError, type EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u32 } from '../../wire/wire.js';

export const bind_vcpu = defineHypercall({
  name: 'bind_vcpu',
  evtchn: { number: 8 },
  since: '3.0',
  callers: 'target',
  summary: 'Say which vcpu is told of a port',
  description: 'Vcpu 0, unless this says otherwise.',

  request: struct({ port: u32('The port.'), vcpu: u32('The vcpu.') }),
  response: struct({}),

  errnos: {
    ENOENT: 'The domain has no such vcpu.',
    EINVAL: "The port is closed, or it is Xen's own.",
  },
  example: { request: { port: 1, vcpu: 0 }, response: {} },

  handle(channels: EventChannels, { port, vcpu }, _caller, host) {
    const domain = host.find(channels.domid);
    if (domain !== undefined && domain.vcpus[vcpu] === undefined)
      throw new XenError('ENOENT', `domain ${channels.domid} has no vcpu ${vcpu}`);
    channels.bindVcpu(port, vcpu);
    return {};
  },
});
