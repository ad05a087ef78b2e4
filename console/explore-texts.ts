/** What the console says of the explorer, and of somebody who starts from one of its schedule points. */

import type { operations } from '../src/client/api.js';

type Replayed = operations['replaySchedule']['responses'][200]['content']['application/json'];
type StepPoint = Replayed['moves'][number]['point'];

export const ABOUT =
  'Runs every order in which the steps of a few actors can interleave, in a world made for that; no host is touched. ' +
  'Nothing is sampled: an outcome that is not listed cannot come about.';

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
