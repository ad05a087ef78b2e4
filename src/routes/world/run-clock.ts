/** Lets a virtual clock run as fast as time goes by. */

import type { VirtualClock } from '../../hypervisor/index.js';

export const runClock = (clock: VirtualClock): void => clock.run(() => process.hrtime.bigint());
