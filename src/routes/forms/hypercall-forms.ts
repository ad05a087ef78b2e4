/** Every hypercall by each interface that it comes by. */

import { formsOf, type HypercallForm } from './hypercall-form.js';
import { hypercalls } from '../hypercalls/index.js';
import type { InterfaceName } from '../definition/interfaces.js';

export const HYPERCALL_FORMS: Readonly<Record<InterfaceName, readonly HypercallForm[]>> = {
  hvmop: formsOf(hypercalls, 'hvmop'),
  dmop: formsOf(hypercalls, 'dmop'),
  memory: formsOf(hypercalls, 'memory'),
  domctl: formsOf(hypercalls, 'domctl'),
  evtchn: formsOf(hypercalls, 'evtchn'),
};
