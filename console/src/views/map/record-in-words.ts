/** A record of the journal about a page, in a few words. */

import type { Entry, EntryOf } from '../../live/entry.js';

type Saying = { readonly [Kind in Entry['kind']]?: (entry: EntryOf<Kind>) => string };

const SAYS: Saying = {
  p2m_type: ({ p2mt, access }) =>
    p2mt === undefined
      ? `access is ${access} now`
      : `is ${p2mt === 'invalid' ? 'a hole' : p2mt} now`,
  npf: ({ vcpu, rule }) => `EPT violation by vcpu ${vcpu}: ${rule}`,
  vmexit: ({ reason }) => `exit: ${reason}`,
  ept_misconfig: ({ vcpu, resolved }) =>
    `EPT misconfiguration by vcpu ${vcpu}${resolved ? ', resolved' : ''}`,
  hypercall: ({ op, rc }) => `${op}${rc === 0 ? '' : ` failed: ${rc}`}`,
  guest_access: ({ access, outcome }) => `the guest’s ${access}: ${outcome}`,
  ioreq: ({ dir, ioservid }) => `${dir} sent to ioreq server ${ioservid}`,
};

export const recordInWords = (entry: Entry): string =>
  (SAYS[entry.kind] as ((entry: Entry) => string) | undefined)?.(entry) ?? entry.kind;

/** The latest of those that are about a page, the newest first. */
export function historyOf(
  entries: readonly Entry[],
  domid: number,
  gfn: number,
  most: number,
): Entry[] {
  const found: Entry[] = [];
  for (let index = entries.length - 1; index >= 0 && found.length < most; index--) {
    const entry = entries[index];
    if (entry?.domid !== domid || entry.gfn === undefined) continue;
    const first = Number(entry.gfn);
    if (gfn >= first && gfn < first + (entry.nr ?? 1)) found.push(entry);
  }
  return found;
}
