/** What a scenario's world is made of. */

import type { Step } from './recording.js';
import type { Transport } from './transport.js';

export interface WorldSpec {
  readonly scenario: string;
  readonly version: string;
  /** Makes the way in which the device model is served. */
  readonly transport: () => Transport;
  /** Only what a local APIC emulates. */
  readonly isBare?: boolean;
  /** Steps to come: they tell what the world must have. */
  readonly steps: readonly Step[];
}
