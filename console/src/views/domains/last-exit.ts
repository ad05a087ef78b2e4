/** Why a domain left the guest last. */

import type { Entry, EntryOf } from '../../live/entry.js';

export const lastExit = (entries: readonly Entry[], domid: number) =>
  entries.findLast(
    (entry): entry is EntryOf<'vmexit'> => entry.kind === 'vmexit' && entry.domid === domid,
  );
