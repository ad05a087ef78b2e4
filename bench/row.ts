import type { Measurement } from './measure.js';

/** One line of the results. */
export interface Row extends Measurement {
  /** Xen's own median for the same unit. */
  readonly nativeNs?: number;
  /** Our median over Xen's. */
  readonly ratio?: number;
  readonly target?: number;
  /** How often a second. */
  readonly perSecond: number;
}
