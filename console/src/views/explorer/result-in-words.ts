/** What came of one step of an actor, in words. */

import { exitName } from '../../parts/exit-names.js';

interface Result {
  readonly rc?: number;
  readonly errno?: string;
  readonly outcome?: string;
  readonly reason?: string;
  readonly at?: string;
  readonly data?: string;
  readonly exits?: readonly { readonly reason: string }[];
  readonly ioreqs?: readonly { readonly ioservid: number; readonly dir: string }[];
  readonly exception?: { readonly vector: number };
}

const OUTCOMES: Readonly<Record<string, string>> = {
  answered: 'answered a request',
  blocked: 'had nothing to answer',
  completed: 'completed',
  domain_crash: 'the domain crashed',
  host_panic: 'a real host would have panicked',
};

export function resultInWords(result: Result): string {
  const { rc, errno, exits = [], ioreqs = [] } = result;
  if (rc !== undefined) return errno ?? 'succeeded';
  const way = [
    ...exits.map(({ reason }) => exitName(reason)),
    ...ioreqs.map(({ dir, ioservid }) => `${dir} sent to server ${ioservid}`),
    outcomeInWords(result),
  ];
  return way.join(', then ');
}

function outcomeInWords({ outcome = '', reason, at, exception, exits }: Result): string {
  if (exception !== undefined)
    return exception.vector === 13 ? '#GP for the guest' : `exception ${exception.vector}`;
  if (outcome === 'pending')
    return reason === 'refaulting' ? 'faults over and over' : `waits for ever (${reason ?? ''})`;
  if (outcome === 'completed' && exits?.length === 0) return 'completed without an exit';
  if (at !== undefined) return `never gets past ${at}`;
  return OUTCOMES[outcome] ?? outcome;
}
