/**
 * Medians of Xen 4.17's own objects (gcc -O2, uncontended locks, one core), in nanoseconds for the
 * unit named, and what the core should reach beside them: our time over Xen's. One row that sweeps
 * a map is read by how fast the machine walks tables in order, one that jumps about by how fast it
 * does that: `calibration.ts` times both, and what it measured where Xen was timed stands here.
 *
 * Source: the recordings of Xen's EPT code, whose harness also timed it.
 */

/** Nanoseconds of a bare walk of four levels where the figures below were taken. */
export const WALK_AT_REFERENCE = { random: 30, sequential: 7 } as const;
export type Order = keyof typeof WALK_AT_REFERENCE;

export interface NativeTiming {
  readonly unit: string;
  readonly ns: number;
  readonly target: number;
  readonly scaledBy: Order;
}

export const NATIVE = {
  'lookup-random': { unit: 'ns/gfn', ns: 46.0, target: 1.0, scaledBy: 'random' },
  'lookup-superpages': { unit: 'ns/gfn', ns: 15.9, target: 1.0, scaledBy: 'sequential' },
  'set-mem-type-1m': { unit: 'ns/gfn', ns: 112.7, target: 0.3, scaledBy: 'sequential' },
  'disclaim-1m': { unit: 'ns/gfn', ns: 62.7, target: 0.15, scaledBy: 'sequential' },
  'global-change': { unit: 'ns', ns: 1663.0, target: 1.0, scaledBy: 'sequential' },
  'misconfig-table': { unit: 'ns', ns: 26_365.1, target: 0.15, scaledBy: 'sequential' },
  'split-1g': { unit: 'ns', ns: 1_044_038.0, target: 1.0, scaledBy: 'sequential' },
} as const satisfies Record<string, NativeTiming>;

export type NativeRow = keyof typeof NATIVE;
