/** What becomes of requests to device models, for the journal. */

import { PAGE_SIZE } from '../abi/frames.js';
import { IOREQ_TYPE, type Ioreq } from '../abi/ioreq.js';
import { packShape } from '../abi/ioreq-shape.js';
import { NOBODY, NOWHERE, type Journal } from '../journal/journal.js';
import { KIND } from '../journal/journal-kinds.js';

interface ServerOfDomain {
  readonly domid: number;
  readonly ioservid: number;
}

export function noteSent(
  journal: Journal,
  { domid, ioservid }: ServerOfDomain,
  vcpu: number,
  seq: number,
  ioreq: Ioreq,
  vpEport: number,
): void {
  const { type, addr, data, dataIsPtr } = ioreq;
  const isOfPage = type === IOREQ_TYPE.copy;
  const gfn = isOfPage ? Math.floor(addr / PAGE_SIZE) : NOWHERE;
  const at = journal.begin(KIND.ioreq, domid, vcpu, gfn, isOfPage ? 1 : 0);
  const { numbers } = journal;
  numbers[at] = ioservid;
  numbers[at + 1] = seq;
  numbers[at + 2] = packShape(ioreq);
  numbers[at + 3] = addr;
  putData(numbers, at + 4, data);
  numbers[at + 6] = vpEport;
  numbers[at + 7] = dataIsPtr ? 1 : 0;
}

export function noteCompleted(
  journal: Journal,
  { domid, ioservid }: ServerOfDomain,
  vcpu: number,
  seq: number,
  data: bigint | undefined,
): void {
  const at = journal.begin(KIND.ioreq_completed, domid, vcpu, NOWHERE, 0);
  const { numbers } = journal;
  numbers[at] = ioservid;
  numbers[at + 1] = seq;
  numbers[at + 2] = data === undefined ? 0 : 1;
  putData(numbers, at + 3, data ?? 0n);
}

/** A request has gone into the buffered ring, or come out of it. */
export function noteBuffered(
  journal: Journal,
  kind: number,
  { domid, ioservid }: ServerOfDomain,
  ioreq: Ioreq,
): void {
  const { type, addr, data } = ioreq;
  const isOfPage = type === IOREQ_TYPE.copy;
  const gfn = isOfPage ? Math.floor(addr / PAGE_SIZE) : NOWHERE;
  const at = journal.begin(kind, domid, NOBODY, gfn, isOfPage ? 1 : 0);
  const { numbers } = journal;
  numbers[at] = ioservid;
  numbers[at + 1] = packShape(ioreq);
  numbers[at + 2] = addr;
  putData(numbers, at + 3, data);
}

function putData(numbers: Float64Array, at: number, data: bigint): void {
  numbers[at] = Number(data & 0xffff_ffffn);
  numbers[at + 1] = Number((data >> 32n) & 0xffff_ffffn);
}
