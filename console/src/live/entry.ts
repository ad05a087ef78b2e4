/** A record of the journal as the console keeps it. */

import type { Answer } from '../answer.js';

/** `at`: when it was heard of, in milliseconds of this page; of what is older than the page, when that was opened. */
export type Entry = Answer<'readJournal'>['entries'][number] & { readonly at: number };
export type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;
