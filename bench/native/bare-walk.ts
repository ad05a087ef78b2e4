/**
 * A program that prints how long the bare walk of four levels takes for a gfn, in nanoseconds: `random` or `sequential`.
 * Each table is a page of its own, a Uint32Array of 512 entries that hold the number of the next; nothing is checked, and
 * none of our code is in it. It counts where it is: what an iterator costs, V8 decides anew in each process.
 */

import { median } from '../measure.js';
import { shuffledGfns } from '../shuffled-gfns.js';

const GFNS = 2 ** 20;
const ROUNDS = 9;
const WORDS = 1024;

const ORDERS: Readonly<Record<string, () => Int32Array>> = {
  random: () => shuffledGfns(GFNS),
  sequential: () => Int32Array.from({ length: GFNS }, (_, gfn) => gfn),
};

const pages = tables();
const gfns = ORDERS[process.argv[2] ?? '']!();
const times: number[] = [];
let sum = 0;
for (let round = -3; round < ROUNDS; round++) {
  const began = process.hrtime.bigint();
  sum += walkAll(gfns);
  if (round >= 0) times.push(Number(process.hrtime.bigint() - began) / GFNS);
}
if (Number.isNaN(sum)) throw new Error('the walks came to nothing');
console.log(median(times));

/** Root, one table of 512 GiB, four of 1 GiB and 2,048 of 2 MiB, by number. */
function tables(): Uint32Array[] {
  const made = Array.from({ length: 2 + 4 + 2048 }, () => new Uint32Array(WORDS));
  made[0]![0] = 1;
  for (let index = 0; index < 4; index++) made[1]![2 * index] = 2 + index;
  for (let index = 0; index < 2048; index++)
    made[2 + Math.floor(index / 512)]![2 * (index % 512)] = 6 + index;
  for (let gfn = 0; gfn < GFNS; gfn++) made[6 + (gfn >>> 9)]![2 * (gfn & 511)] = gfn;
  return made;
}

function walkAll(gfns: Int32Array): number {
  const { length } = gfns;
  let found = 0;
  for (let at = 0; at < length; at++) {
    const gfn = gfns[at]!;
    let table = pages[0]![(gfn >>> 27) << 1]!;
    table = pages[table]![((gfn >>> 18) & 511) << 1]!;
    table = pages[table]![((gfn >>> 9) & 511) << 1]!;
    found = (found + pages[table]![(gfn & 511) << 1]!) | 0;
  }
  return found;
}
