/**
 * The device model at work: it takes each request that a guest access sends and answers it, until
 * the access sends no more, or the recorded device model held its answer back.
 */

import { lookAtAccess, type Access } from './access.js';
import { prepareAnswer } from './answer.js';
import type { RecordedWorld } from './recorded-world.js';
import type { GuestStep, RecordedIoreq } from './recording.js';
import { isRingKept } from './ring-pointers.js';
import { SHARED_PAGES } from './shared-pages.js';

/** Requests that a recording lists of a guest that never comes to an end. */
const LISTED = 48;

export interface Served {
  /** As it stands when nothing is left to be answered. */
  readonly access: Access;
  readonly ioreqs: readonly RecordedIoreq[];
}

export async function serve(world: RecordedWorld, step: GuestStep): Promise<Served> {
  const ioreqs: RecordedIoreq[] = [];
  const isHeld = (index: number) => step.ioreqs[index]?.answered === false;
  for (;;) {
    const access = await lookAtAccess(world);
    const sent = access.ioreqs[world.access.seen];
    if (sent === undefined || (isEndless(step) && ioreqs.length === LISTED))
      return { access, ioreqs };
    world.access.seen++;
    const at = ioreqs.length;
    // What is to be held back is only looked at; others would have taken it with their last answer.
    // Others take what is in the ring as well.
    const isLookedAt = isHeld(at) || isHeld(at + 1) || isRingKept(world);
    const transport = isLookedAt ? SHARED_PAGES : world.transport;
    const ioreq = await transport.take(world, sent.ioservid);
    if (isHeld(at)) {
      world.held = ioreq;
      return { access, ioreqs: [...ioreqs, { ...ioreq, answered: false }] };
    }
    const { value, shown } = await prepareAnswer(world, ioreq);
    await transport.answer(world, ioreq.id, value);
    ioreqs.push({ ...ioreq, ...shown });
  }
}

/** The device model of an endless guest was stopped after a while. */
const isEndless = ({ ioreqs_truncated, ioreqs_total }: GuestStep): boolean =>
  ioreqs_truncated === true && ioreqs_total === undefined;
