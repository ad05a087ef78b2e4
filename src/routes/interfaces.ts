/** The hypercalls by which operations come, and what each looks at before the operation itself does. */

import {
  DOMID_SELF,
  XenError,
  subject,
  type Caller,
  type CallerClass,
  type Domain,
  type Errno,
  type EventChannels,
  type Host,
} from '../hypervisor/index.js';

export type InterfaceName = 'hvmop' | 'dmop' | 'memory' | 'domctl' | 'evtchn';

/** A call on its way in. */
export interface Entry {
  readonly host: Host;
  readonly caller: Caller;
  readonly domid: number;
  readonly callers: CallerClass;
  /** Throws for what is wrong with the struct alone: a reserved field that is not 0, and the like. */
  checkStruct(): void;
}

export interface Interface {
  /** How Xen's names of its operations begin. */
  readonly prefix: string;
  /** What it answers to one that it does not have. */
  readonly noSuchOp: Errno;
  /** Whom or what the operation is about; undefined: nothing is to be done, with success. */
  readonly enter: (entry: Entry) => Domain | EventChannels | undefined;
}

export const INTERFACES: Readonly<Record<InterfaceName, Interface>> = {
  hvmop: {
    prefix: 'HVMOP',
    noSuchOp: 'ENOSYS',
    enter: (entry) => offered(entry, 'hvmop'),
  },
  dmop: {
    prefix: 'DMOP',
    noSuchOp: 'EOPNOTSUPP',
    enter(entry) {
      const domain = offered(entry, 'dmop');
      if (domain !== undefined) entry.checkStruct();
      return domain;
    },
  },
  memory: {
    prefix: 'XENMEM',
    noSuchOp: 'ENOSYS',
    enter(entry) {
      entry.checkStruct();
      return subject(entry.host, entry.caller, entry.domid, entry.callers, 'hvmop');
    },
  },
  domctl: {
    prefix: 'DOMCTL',
    noSuchOp: 'ENOSYS',
    enter({ host, caller, domid }) {
      const domain = host.domain(domid);
      if (caller.domid !== 0) throw new XenError('EPERM', `domain ${caller.domid} is not dom0`);
      return domain;
    },
  },
  evtchn: {
    prefix: 'EVTCHNOP',
    noSuchOp: 'ENOSYS',
    enter({ host, caller, domid }) {
      const { eventChannels } = host.caller(domid === DOMID_SELF ? caller.domid : domid);
      if (caller.domid === 0 || caller.domid === eventChannels.domid) return eventChannels;
      if (caller.domain?.target === eventChannels.domid) return eventChannels;
      throw new XenError(
        'EPERM',
        `domain ${caller.domid} has no say in the ports of domain ${domid}`,
      );
    },
  },
};

/** HVMOPs and DMOPs by name come to every domain but to one that keeps to the other sort. */
function offered(
  { host, caller, domid, callers }: Entry,
  name: 'hvmop' | 'dmop',
): Domain | undefined {
  const domain = subject(host, caller, domid, callers, name);
  const offered = domain?.profile.knobs.dm_interface ?? 'both';
  if (offered === 'both' || offered === name) return domain;
  throw new XenError(INTERFACES[name].noSuchOp, `domain ${domid} takes ${offered} calls only`);
}
