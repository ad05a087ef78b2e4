/** The hypercalls by which operations come, and what each looks at before the operation itself does. */

import {
  DOMID_SELF,
  XenError,
  subject,
  type CallEra,
  type Caller,
  type CallerClass,
  type Domain,
  type Errno,
  type EventChannels,
  type Host,
  type Knobs,
} from '../../hypervisor/index.js';
import { profileOf } from './profile-of.js';
import type { Answer } from './teller.js';

const DOM0 = 0;

export type InterfaceName = 'hvmop' | 'dmop' | 'memory' | 'domctl' | 'evtchn';

/** `anyone` may ask what is about no domain; `toolstack` is dom0 with a domid that need not be a domain's. */
export type Callers = CallerClass | 'anyone' | 'toolstack';

/** A domid, maybe of a domain to come. */
export interface Wanted {
  readonly host: Host;
  readonly domid: number;
}

/** Whom an operation lets in and what it looks at first, beside what every one of its interface does. */
export interface Admission {
  readonly callers: Callers;
  /** It is how device models called it once, or do since: a domain may keep to one of the two. */
  readonly isOfDeviceModels?: boolean;
  /** Nothing is kept of dom0 that the call asks for. */
  readonly isZeroForDom0?: true | undefined;
  /** What is answered on a domain that is not HVM, if not EINVAL. */
  readonly onPv?: Errno | undefined;
  /** Whether the Xen of a domain has the operation. */
  isThere?(knobs: Knobs): boolean;
  /** Throws for what is looked at before there is a domain. */
  checkFirst?(request: Answer, knobs: Knobs): void;
  /** Throws for what is looked at before it is asked who calls. */
  checkBefore?(subject: Subject, request: Answer, knobs: Knobs): void;
  /** Throws for what is wrong with the struct alone: a reserved field that is not 0, and the like. */
  checkStruct?(request: Answer): void;
}

/** A call on its way in. */
export interface Entry {
  readonly host: Host;
  readonly caller: Caller;
  readonly domid: number;
  /** Called as a real Xen is, by the number of the operation: what a domain keeps to is of names. */
  readonly isByNumber?: true | undefined;
  readonly request: Answer;
  readonly admission: Admission;
}

export interface Interface {
  /** How Xen's names of its operations begin. */
  readonly prefix: string;
  /** What it answers to one that it does not have. */
  readonly noSuchOp: Errno;
  /** Whom or what the operation is about; undefined: nothing is to be done, with success. */
  readonly enter: (entry: Entry) => Subject | undefined;
}

/** Whom or what an operation is about. */
export type Subject = Domain | EventChannels | Host | Wanted;

export const INTERFACES: Readonly<Record<InterfaceName, Interface>> = {
  hvmop: {
    prefix: 'HVMOP',
    noSuchOp: 'ENOSYS',
    enter(entry) {
      requireThere('hvmop', entry);
      const { admission, request } = entry;
      admission.checkFirst?.(request, profileFor(entry).knobs);
      return admission.isOfDeviceModels ? offered(entry, 'hvmop') : about(entry, 'hvmop');
    },
  },
  dmop: {
    prefix: 'DMOP',
    noSuchOp: 'EOPNOTSUPP',
    enter(entry) {
      const domain = offered(entry, 'dmop');
      requireThere('dmop', entry);
      if (domain !== undefined) entry.admission.checkStruct?.(entry.request);
      return domain;
    },
  },
  memory: {
    prefix: 'XENMEM',
    noSuchOp: 'ENOSYS',
    enter(entry) {
      requireThere('memory', entry);
      const { admission, request } = entry;
      admission.checkStruct?.(request);
      return admission.isZeroForDom0 && isDom0(entry) ? undefined : aboutMemory(entry);
    },
  },
  domctl: {
    prefix: 'DOMCTL',
    noSuchOp: 'ENOSYS',
    enter(entry) {
      const { host, caller, domid, admission, request } = entry;
      const domain = admission.callers === 'toolstack' ? { host, domid } : host.domain(domid);
      admission.checkBefore?.(domain, request, profileFor(entry).knobs);
      const isDeviceModel = admission.callers === 'dm' && caller.domain?.target === domid;
      if (caller.domid !== DOM0 && !isDeviceModel)
        throw new XenError('EPERM', `domain ${caller.domid} is not dom0`);
      return domain;
    },
  },
  evtchn: {
    prefix: 'EVTCHNOP',
    noSuchOp: 'ENOSYS',
    enter(entry) {
      const { host, caller, domid, request, admission } = entry;
      const { eventChannels } = host.caller(domid === DOMID_SELF ? caller.domid : domid);
      const { knobs } = (host.find(eventChannels.domid) ?? host).profile;
      admission.checkBefore?.(eventChannels, request, knobs);
      if (caller.domid === 0 || caller.domid === eventChannels.domid) return eventChannels;
      if (caller.domain?.target === eventChannels.domid) return eventChannels;
      throw new XenError(
        'EPERM',
        `domain ${caller.domid} has no say in the ports of domain ${domid}`,
      );
    },
  },
};

function requireThere(via: InterfaceName, entry: Entry): void {
  const { name, knobs } = profileFor(entry);
  if (entry.admission.isThere?.(knobs) === false)
    throw new XenError(INTERFACES[via].noSuchOp, `Xen ${name} has no such operation`);
}

const profileFor = ({ host, caller, domid }: Entry) => profileOf(host, domid, caller);

/** Whether it is dom0 that the call is about; EPERM where others ask. */
function isDom0({ caller, domid }: Entry): boolean {
  const named = domid === DOMID_SELF ? caller.domid : domid;
  if (named !== DOM0) return false;
  if (caller.domid !== DOM0) throw new XenError('EPERM', `domain ${caller.domid} is not dom0`);
  return true;
}

/** HVMOPs and DMOPs by name come to every domain but to one that keeps to the other sort. */
function offered(entry: Entry, name: 'hvmop' | 'dmop'): Domain | Host | undefined {
  const found = about(entry, name);
  if (entry.isByNumber) return found;
  const offered = found?.profile.knobs.dm_interface ?? 'both';
  if (offered === 'both' || offered === name) return found;
  throw new XenError(
    INTERFACES[name].noSuchOp,
    `domain ${entry.domid} takes ${offered} calls only`,
  );
}

/** EINVAL can have no other cause than that the domain is not HVM. */
function aboutMemory(entry: Entry): Domain | Host | undefined {
  try {
    return about(entry, 'hvmop');
  } catch (error) {
    const { onPv } = entry.admission;
    if (!(error instanceof XenError) || error.errno !== 'EINVAL' || !onPv) throw error;
    throw new XenError(onPv, error.message);
  }
}

function about({ host, caller, domid, admission }: Entry, era: CallEra): Domain | Host | undefined {
  const { callers } = admission;
  return callers === 'anyone' || callers === 'toolstack'
    ? host
    : subject(host, caller, domid, callers, era);
}
