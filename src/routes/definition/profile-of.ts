/** Which Xen answers a call by number: that of the domain it is about, else that of its caller, else the host's. */

import type { Caller, Host, Profile } from '../../hypervisor/index.js';

export const profileOf = (host: Host, domid: number, caller: Caller): Profile =>
  (host.find(domid) ?? caller.domain ?? host).profile;
