/**
 * Medians of Xen 4.17's own objects (gcc -O2, uncontended locks, one core), in nanoseconds for the
 * unit named, and what the core should reach beside them: our time over Xen's.
 *
 * Source: the recordings of Xen's EPT code, whose harness also timed it.
 */
export const NATIVE = {
  'look-up, 4 GiB fully split, random': { unit: 'gfn', ns: 46.0, target: 1.0 },
  'look-up, 4 GiB fully split, sequential': { unit: 'gfn', ns: 16.3 },
  'look-up, 2 MiB superpages, random': { unit: 'gfn', ns: 15.9, target: 1.0 },
  'set_mem_type ram_rw to ioreq_server, 1,048,576 gfns in one call, splits included': {
    unit: 'gfn',
    ns: 112.7,
    target: 0.3,
  },
  'set_mem_type ioreq_server to ram_rw, 1,048,576 gfns in one call': { unit: 'gfn', ns: 103.0 },
  'disclaim with 1,048,576 entries outstanding, sweep included': {
    unit: 'gfn',
    ns: 62.7,
    target: 0.15,
  },
  'global change with 512 root entries': { unit: 'call', ns: 1663.0, target: 1.0 },
  'misconfiguration that resolves one table of 512 type changes': {
    unit: 'access',
    ns: 26365.1,
    target: 0.15,
  },
  'one gfn of a 1 GiB superpage (513 tables split)': { unit: 'call', ns: 1044038.0, target: 1.0 },
} as const satisfies Record<string, NativeTiming>;

export interface NativeTiming {
  readonly unit: string;
  readonly ns: number;
  /** Our time over Xen's, at most; where there is none the row is for information. */
  readonly target?: number;
}

export type NativeRow = keyof typeof NATIVE;
