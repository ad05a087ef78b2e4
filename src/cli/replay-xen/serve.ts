/**
 * The device model at work: it takes each request that a guest access sends and answers it, until
 * the access sends no more, or the recorded device model held its answer back.
 */

import { lookAtAccess, type Access } from './access.js';
import { answerTo, elementsOf, valuesFor } from './device-model.js';
import { toHex } from './hex.js';
import type { RecordedWorld } from './recorded-world.js';
import type { GuestStep, RecordedIoreq } from './recording.js';
import { PAGES } from './shared-page.js';

/** Requests that a recording lists of a guest that never comes to an end. */
const LISTED = 48;
/** Values that a recording lists of a request that names guest memory. */
const LISTED_VALUES = 16;

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
    // What is to be held back is only looked at; exchange would have taken it with its last answer.
    const transport = isHeld(at) || isHeld(at + 1) ? PAGES : world.transport;
    const ioreq = await transport.take(world, sent.ioservid);
    if (isHeld(at)) {
      world.held = ioreq;
      return { access, ioreqs: [...ioreqs, { ...ioreq, answered: false }] };
    }
    const values = await moveValues(world, ioreq);
    const value = ioreq.dir === 'read' && values === undefined ? answerTo(ioreq) : undefined;
    await transport.answer(world, ioreq.id, value);
    ioreqs.push({
      ...ioreq,
      ...(value !== undefined && { answer: `0x${value.toString(16)}` }),
      ...(values !== undefined && { ptr_bytes: values.slice(0, LISTED_VALUES) }),
    });
  }
}

/** The device model of an endless guest was stopped after a while. */
const isEndless = ({ ioreqs_truncated, ioreqs_total }: GuestStep): boolean =>
  ioreqs_truncated === true && ioreqs_total === undefined;

/** The values that a request points at, which a read brings; undefined: it holds its value itself. */
async function moveValues(
  world: RecordedWorld,
  ioreq: RecordedIoreq,
): Promise<string[] | undefined> {
  if (ioreq.data_is_ptr === 0) return undefined;
  const values = [];
  if (ioreq.dir === 'read')
    for (const value of valuesFor(ioreq)) {
      await world.writeRam(value);
      values.push(toHex(value.bytes));
    }
  else
    for (const gpa of elementsOf(ioreq)) {
      const bytes = await world.readRam(gpa, ioreq.size);
      values.push(bytes === undefined ? '' : toHex(bytes));
    }
  return values;
}
