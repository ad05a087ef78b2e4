/** What the recorded device model does about a request before it says that it is done. */

import { answerTo, elementsOf, valuesFor } from './device-model.js';
import { toHex } from './hex.js';
import type { RecordedWorld } from './recorded-world.js';
import type { RecordedIoreq } from './recording.js';

/** Values that a recording lists of a request that names guest memory. */
const LISTED = 16;

export interface Answer {
  /** Of a read that is answered in the request itself. */
  readonly value: bigint | undefined;
  /** What a recording has of it. */
  readonly shown: Pick<RecordedIoreq, 'answer' | 'ptr_bytes'>;
}

/** A read that names guest memory has its values put there, a write has them looked at. */
export async function prepareAnswer(world: RecordedWorld, ioreq: RecordedIoreq): Promise<Answer> {
  if (ioreq.data_is_ptr === 1) {
    const values = ioreq.dir === 'read' ? await bring(world, ioreq) : await look(world, ioreq);
    return { value: undefined, shown: { ptr_bytes: values.slice(0, LISTED) } };
  }
  if (ioreq.dir === 'write') return { value: undefined, shown: {} };
  const value = answerTo(ioreq);
  return { value, shown: { answer: `0x${value.toString(16)}` } };
}

async function bring(world: RecordedWorld, ioreq: RecordedIoreq): Promise<string[]> {
  const values = valuesFor(ioreq);
  for (const value of values) await world.writeRam(value);
  return values.map(({ bytes }) => toHex(bytes));
}

async function look(world: RecordedWorld, ioreq: RecordedIoreq): Promise<string[]> {
  const values: string[] = [];
  for (const gpa of elementsOf(ioreq)) {
    const bytes = await world.readRam(gpa, ioreq.size);
    values.push(bytes === undefined ? 'no RAM' : toHex(bytes));
  }
  return values;
}
