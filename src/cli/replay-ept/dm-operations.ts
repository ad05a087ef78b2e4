/** The recorded hypercalls of device models. */

import { XenError } from '../../hypervisor/abi/errno.js';
import { mapMemType } from '../../hypervisor/hvm/map-mem-type.js';
import { setMemType } from '../../hypervisor/hvm/mem-type.js';
import { Lock } from '../../hypervisor/schedule/lock.js';
import { runTask, type Restart, type Task } from '../../hypervisor/schedule/task.js';
import { frameArg, hvmMemArg, numberArg } from './arguments.js';
import { rcOf, type Answer, type Operation } from './operation.js';
import { IOREQ_SERVERS } from './recorded-world.js';

const ERESTART = -85;
const CALLER = 0;

const PROFILE = {
  knobs: {
    claim_required: true,
    ioreq_server_from: 'ram_rw',
    non_hap_errno: 'EOPNOTSUPP',
    pause_on_map_mem_type: false,
    reset_on_unmap: 'lazy_and_sweep',
  },
} as const;

export const DM_OPERATIONS: Readonly<Record<string, Operation>> = {
  dmop_map_mem_type_to_ioreq_server: ({ p2m }, { id, hvmmem, flags, opaque, preempt }) => {
    const request = {
      id: numberArg(id),
      type: hvmMemArg(hvmmem),
      flags: numberArg(flags),
      opaque: numberArg(opaque),
    };
    const subject = {
      hap: true,
      p2m,
      profile: PROFILE,
      requireServer,
      ioreqServers: { lock: new Lock('ioreq_server_lock', { recursive: true }) },
      vcpus: [],
      pause: nothing,
      unpause: nothing,
    };
    return answerOf(mapMemType(subject, CALLER, request), preempt === 1, request, (left) => ({
      opaque: left.opaque,
    }));
  },
  dmop_set_mem_type: ({ p2m }, { first, nr, hvmmem, preempt }) => {
    const request = {
      firstGfn: frameArg(first),
      nr: numberArg(nr),
      memType: hvmMemArg(hvmmem),
    };
    const subject = { hap: true, p2m, profile: PROFILE };
    return answerOf(setMemType(subject, request), preempt === 1, request, (left) => ({
      first: left.firstGfn,
      nr: left.nr,
    }));
  },
};

function requireServer(id: number): void {
  if (!IOREQ_SERVERS.includes(id)) throw new XenError('ENOENT', `no ioreq server ${id}`);
}

const nothing = () => undefined;

/** What the call writes back is the caller's own unless it was preempted. */
function answerOf<Request>(
  call: Task<Restart<Request> | undefined>,
  preempt: boolean,
  request: Request,
  writtenBack: (request: Request) => object,
): Answer {
  try {
    const restart = runTask(call, () => preempt);
    if (restart === undefined) return { rc: 0, ...writtenBack(request) };
    return { rc: ERESTART, ...writtenBack(restart.args) };
  } catch (error) {
    return { rc: rcOf(error), ...writtenBack(request) };
  }
}
