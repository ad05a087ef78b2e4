/** Why a vcpu does not run, in words for somebody who has never seen this host. */

import type { Answer } from '../answer.js';

export type Vcpu = Answer<'listVcpus'>['vcpus'][number];
type Request = NonNullable<Vcpu['request']>;

const SAYS: Readonly<Record<Vcpu['state'], (vcpu: Vcpu) => string>> = {
  dying: () => 'its domain is being destroyed',
  shut_down: () => 'its domain has shut down or crashed',
  paused: () => 'its domain is paused',
  vcpu_paused: ({ pause_count }) => `it is paused itself, ${pause_count} times over`,
  down: () => 'nobody has started it yet',
  blocked_in_xen: whoseAnswer,
  halted: () => 'it has executed HLT and waits for an interrupt',
  runnable: whyItDoesNotGetOn,
};

/** Undefined where nothing keeps it. */
export const whyBlocked = (vcpu: Vcpu): string | undefined => SAYS[vcpu.state](vcpu) || undefined;

/** As much of one as its record says. */
type Words = Partial<Pick<Request, 'type' | 'dir' | 'addr' | 'data' | 'size' | 'count'>>;

/** `a 4-byte write of 0x2a at 0x1000008`. */
export function requestInWords(request: Words): string {
  const { type = 'copy', dir = 'read', addr = '', data = '', size = 0, count = 1 } = request;
  if (type === 'timeoffset' || type === 'invalidate')
    return `${type === 'invalidate' ? 'an' : 'a'} ${type} request`;
  const where = { pio: 'port', copy: 'address', pci_config: 'PCI configuration address' }[type];
  const value = dir === 'write' ? ` of ${data}` : '';
  const times = count > 1 ? `${count} × ` : '';
  return `${times}a ${size}-byte ${dir}${value} at ${where} ${addr}`;
}

export function deliveriesInWords(deliveries: number): string {
  if (deliveries === 0) return 'no device model has asked for it yet: is one running?';
  const often = deliveries === 1 ? '' : `, ${deliveries} times by now`;
  return `a device model has taken it${often}, and has not answered`;
}

function whoseAnswer({ waits_for, request }: Vcpu): string {
  const whom = waits_for === undefined ? 'a device model' : `ioreq server ${waits_for.ioservid}`;
  return `it waits for ${whom} to answer ${request === undefined ? 'a request' : requestInWords(request)}`;
}

/** It could run, but its instruction does not come to an end. */
function whyItDoesNotGetOn({ access }: Vcpu): string {
  if (access?.outcome !== 'pending' || access.reason !== 'refaulting') return '';
  return 'it runs, but faults on the same access over and over: nobody owns the writes to that page now';
}
