/** What ioreq servers need of the domain whose requests they take. */

import type { EventChannels } from '../event-channels.js';
import type { HostEvent } from '../events.js';
import type { Journal } from '../journal/journal.js';
import type { MachineMemory } from '../machine-memory.js';
import type { PageStorage } from '../page-storage.js';
import type { P2m } from '../p2m/p2m.js';
import type { Profile } from '../profile.js';
import type { Shutdown } from '../shutdown.js';
import type { Vcpu } from '../vcpu.js';
import type { IoreqGfns } from './ioreq-gfns.js';

export interface IoreqTarget {
  readonly domid: number;
  readonly vcpus: readonly Vcpu[];
  readonly p2m: P2m;
  readonly machine: MachineMemory;
  readonly storage: PageStorage | undefined;
  readonly eventChannels: EventChannels;
  readonly profile: Profile;
  readonly shutdown: Shutdown;
  readonly ioreqGfns: IoreqGfns;
  /** What the guest last wrote to port 0xcf8. */
  readonly pciCf8: number;
  readonly dying: boolean;
  readonly journal: Journal | undefined;
  pause(): void;
  unpause(): void;
  crash(why: string): void;
  emit(event: HostEvent): void;
}
