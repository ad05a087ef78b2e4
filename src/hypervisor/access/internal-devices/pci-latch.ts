/**
 * The latch for PCI configuration addresses at port 0xcf8: it sees every dword written there, and
 * leaves all accesses to others.
 *
 * Reference: xen/arch/x86/hvm/ioreq.c, hvm_access_cf8().
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import { withinPorts, type InternalDevice } from './internal-device.js';

const PORT = 0xcf8;

export const pciLatch: InternalDevice = {
  name: 'pci_latch',
  type: IOREQ_TYPE.pio,
  accepts: (_, ioreq) => withinPorts(ioreq, PORT, 4),
  passesOn: () => true,
  read: () => undefined,
  write({ domain, recorder }, _, size, value) {
    if (size !== 4) return false;
    domain.pciCf8 = Number(value);
    recorder?.record('cf8_latch', 0, 0, 0, domain.pciCf8);
    return false;
  },
};
