/** Which hypercalls the Xen of a profile has: by number as it has them, by name as both eras of device models call them. */

import type { Knobs } from '../hypervisor/index.js';
import type { HypercallForm } from './hypercall-form.js';

/** HVMOPs of device models and DMOPs are offered side by side; what neither had then is not. */
export const isThereByName = ({ via, call, number }: HypercallForm, knobs: Knobs): boolean =>
  call.isIn?.(knobs) !== false && (via !== 'dmop' || number <= knobs.dm_ops);

/** What device models use has become DMOPs with 4.9. */
export const isThereByNumber = (form: HypercallForm, knobs: Knobs): boolean =>
  isThereByName(form, knobs) && (!form.isOfDeviceModels || knobs.binary_dm_interface === form.via);
