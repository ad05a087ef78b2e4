/** An EPT entry as JSON shows it: the 64 bits as they are, and what they say. */

import { decodeEntry, rawOf, type EptEntryLayout } from '../../hypervisor/index.js';
import { struct, type StructValue } from '../wire/struct.js';
import { bool, integer, text } from '../wire/json-words.js';
import { hex53, u64 } from '../wire/wire.js';

export const eptLevel = struct({
  level: integer(0, 3, '3 is the root (PML4E), 0 the last (PTE).'),
  index: integer(0, 511, 'Of the entry in its table.'),
  raw: u64('The entry.'),
  r: bool('Readable.'),
  w: bool('Writable.'),
  x: bool('Executable.'),
  emt: integer(0, 7, 'EPT memory type; 7 is none, by which Xen makes hardware stumble.'),
  ipat: bool("Ignores the guest's PAT."),
  sp: bool('Maps a superpage.'),
  a: bool('Accessed.'),
  d: bool('Dirty.'),
  recalc: bool('What it maps is to be looked at anew before its next use.'),
  mfn: hex53('Machine frame: of the page, or of the next table.'),
  p2mt: text('The type that Xen remembers.'),
  access: text('What a monitor lets the guest do.'),
  suppress_ve: bool('Violations exit instead of raising #VE.'),
});

export function eptLevelOf(
  { level, index, lo, hi }: { level: number; index: number; lo: number; hi: number },
  layout: EptEntryLayout,
): StructValue<typeof eptLevel.fields> {
  const { suppressVe, ...entry } = decodeEntry(lo, hi, layout);
  return { level, index, raw: rawOf(lo, hi), ...entry, suppress_ve: suppressVe };
}
