import { HVM_PARAM, checkParamIndex, getParam } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { oneOf, u32, u64 } from '../wire/wire.js';

export const get_param = defineHypercall({
  name: 'get_param',
  hvmop: { number: 1 },
  since: '3.0.3',
  callers: 'hvm_target',
  summary: 'Read an HVM parameter',
  description:
    'One that was never set is 0, but HPET_ENABLED and TRIPLE_FAULT_REASON, which are 1. Up to 4.11 reading IOREQ_PFN, ' +
    'BUFIOREQ_PFN or BUFIOREQ_EVTCHN creates the default ioreq server, which gets what no other answers for; in 4.9 ' +
    'until the domain is first unpaused.',

  request: struct({ index: oneOf(HVM_PARAM, u32('Which one.')) }),
  response: struct({ value: u64('Its value.') }),

  errnos: {
    EINVAL: 'There is no such parameter, or it has lost its meaning.',
    EPERM: 'It is not for the caller to read.',
    ENOENT: 'A page of the default ioreq server is paged out or shared.',
    ENOSPC: 'No event channel is left for the default ioreq server.',
  },
  example: {
    request: { index: 'IOREQ_SERVER_PFN' },
    response: { value: '0xfeff0' },
  },

  checkFirst({ index }, knobs) {
    checkParamIndex(index, knobs);
  },

  *handle(domain, { index }, caller) {
    return { value: yield* getParam(domain, index, caller.domid) };
  },
});
