/**
 * Port 0xe9, where a guest may write what it has to say. Newer Xens answer a read themselves.
 *
 * Reference: the recordings; xen/arch/x86/hvm/hvm.c, hvm_print_line().
 */

import { IOREQ_DIR, IOREQ_TYPE } from '../../abi/ioreq.js';
import { withinPorts, type InternalDevice } from './internal-device.js';

const PORT = 0xe9;

export const debugPort: InternalDevice = {
  name: 'debug_port',
  type: IOREQ_TYPE.pio,
  accepts: (_, ioreq) => withinPorts(ioreq, PORT, 1),
  passesOn: ({ profile }, { dir }) => dir === IOREQ_DIR.read && !profile.knobs.debug_port_internal,
  read: ({ domain }) => (domain.profile.knobs.debug_port_internal ? BigInt(PORT) : undefined),
  write: () => true,
};
