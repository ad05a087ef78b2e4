/** Which hypercalls the Xen of a profile has: by number as it has them, by name as both eras of device models call them. */

import type { Knobs } from '../../hypervisor/index.js';
import type { Hypercall } from '../definition/define-hypercall.js';
import type { InterfaceName } from '../definition/interfaces.js';

/** A hypercall as an interface offers it. */
export interface Offered {
  readonly via: InterfaceName;
  readonly call: Hypercall;
  readonly number: number;
  /** Device models call it, by HVMOP once and by DMOP since. */
  readonly isOfDeviceModels: boolean;
}

/** HVMOPs of device models and DMOPs are offered side by side; what neither had then is not. */
export const isThereByName = ({ via, call, number }: Offered, knobs: Knobs): boolean =>
  call.isIn?.(knobs) !== false && (via !== 'dmop' || number <= knobs.dm_ops);

/** What device models use has become DMOPs with 4.9. */
export const isThereByNumber = (offered: Offered, knobs: Knobs): boolean =>
  isThereByName(offered, knobs) &&
  (!offered.isOfDeviceModels || knobs.binary_dm_interface === offered.via);
