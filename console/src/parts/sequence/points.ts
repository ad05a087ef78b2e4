/** The schedule points of the explorer, as the console says what somebody does who starts from there. */

import type { StepPoint } from './rows.js';

export const POINTS: Readonly<Record<StepPoint, string>> = {
  hypercall: 'enters Xen',
  guest: 'executes its instruction',
  device_model: 'answers',
  domain_pause: 'domain_pause: keeps vcpus out of the guest, and waits until none is in Xen',
  ioreq_server_lock: 'takes ioreq_server_lock',
  ioreq_server_select: 'looks for a server',
  p2m_ioreq_lock: 'takes p2m_ioreq_lock, which guards the owner',
  p2m_lock: 'takes p2m_lock',
  preempt_check: 'preempt_check: others may go first',
  vmexit: 'Xen begins to handle the exit',
  p2m_lookup: 'Xen looks the page up in the p2m',
  emulate: 'Xen emulates the instruction',
  ioreq_send: 'Xen sends the request',
  vmentry: 'on its way back into the guest',
};
