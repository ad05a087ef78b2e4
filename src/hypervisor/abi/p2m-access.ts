/**
 * What a monitor lets the guest do to a page (p2m_access_t), on top of what its type permits.
 *
 * Source: xen/include/xen/p2m-common.h (the numbers in bits 61:58 of an EPT entry: a mask of
 * r 1, w 2, x 4, and two that change by themselves); XENMEM_access_* has the same numbers.
 */

export const P2MA = {
  n: 0,
  r: 1,
  w: 2,
  rw: 3,
  x: 4,
  rx: 5,
  wx: 6,
  rwx: 7,
  /** rx until the first write, then rw. */
  rx2rw: 8,
  /** Nothing until the first access, then rwx and an event. */
  n2rwx: 9,
} as const;

export type P2mAccessName = keyof typeof P2MA;
export type P2mAccess = (typeof P2MA)[P2mAccessName];

const NAMES = Object.keys(P2MA) as P2mAccessName[];

export const p2mAccessName = (access: number): P2mAccessName => NAMES[access] ?? 'n';

/** r 1, w 2, x 4: what is left of a page's permissions under each access. */
export const ACCESS_PERMITS: readonly number[] = NAMES.map((name) => {
  if (name === 'rx2rw') return P2MA.rx;
  if (name === 'n2rwx') return P2MA.n;
  return P2MA[name];
});
