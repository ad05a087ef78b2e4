/** What a host tells whoever listens, for the journal: what has no record of its own where it happens. */

import { DOMAIN_CHANGES, type HostEvent } from '../events.js';
import { NOBODY, NOWHERE, type Journal } from './journal.js';
import { KIND } from './journal-kinds.js';

type Note = (journal: Journal, event: never) => number;
type Of<Type> = Extract<HostEvent, { readonly type: Type }>;

/** The one number of each kind. */
const NOTES: Readonly<Partial<Record<HostEvent['type'], Note>>> = {
  domain: (_, { change }: Of<'domain'>) => DOMAIN_CHANGES.indexOf(change),
  crash: (journal, { why }: Of<'crash'>) => journal.text(why),
  evtchn: (_, { port }: Of<'evtchn'>) => port,
  monitor: () => 0,
};

export function noteEvent(journal: Journal, event: HostEvent): void {
  const numberOf = NOTES[event.type];
  if (numberOf === undefined) return;
  const kind = KIND[event.type as keyof typeof KIND];
  journal.record(kind, event.domid, NOBODY, NOWHERE, 0, numberOf(journal, event as never));
}
