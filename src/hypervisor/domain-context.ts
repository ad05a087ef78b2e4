/** What a domain needs of the machine that it is on. */

import type { TablePages } from './ept/table-pages.js';
import type { EventChannels } from './event-channels.js';
import type { HostEvent } from './events.js';
import type { HostSettings } from './host-settings.js';
import type { Journal } from './journal/journal.js';
import type { MachineMemory } from './machine-memory.js';
import type { VirtualClock } from './virtual-clock.js';

export interface DomainContext {
  readonly settings: HostSettings;
  readonly machine: MachineMemory;
  readonly tablePages: TablePages;
  /** Time as the guest sees it. */
  readonly clock: VirtualClock;
  /** Undefined: nobody wants to know what happens. */
  journal(): Journal | undefined;
  emit(event: HostEvent): void;
  channelsOf(domid: number): EventChannels | undefined;
  /** A vcpu of the domain may be able to go on. */
  settle(domid: number): void;
}
