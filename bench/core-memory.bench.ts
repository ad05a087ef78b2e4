/** What domains take: their tables, and what the heap holds of them. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Host, type Domain } from '../src/hypervisor/index.js';
import { setMemType, HVMMEM } from '../src/hypervisor/hvm/mem-type.js';
import { runTask } from '../src/hypervisor/schedule/task.js';
import { median } from './measure.js';
import { ratioRow, valueRow, type Group } from './row.js';
import { shuffledGfns } from './shuffled-gfns.js';

const KIB = 1024;
const TABLE_BYTES = 4096;
const TIB_IN_MIB = 2 ** 20;
/** So many that what else the heap does is nothing beside them. */
const LARGE_DOMAINS = 12;
const SPLIT_MIB = 4096;
/** First gfn and pages: up to 3.75 GiB, and on from 4 GiB. */
const SPLIT_RAM = [
  [0, 0xf_0000],
  [0x10_0000, 0x1_0000],
] as const;
/** What 8 bytes an entry take for 4 GiB, and a root. */
const SPLIT_TABLES = 2049;
const [DOMAINS, DOMAIN_MIB, DOMAIN_GFNS] = [10_000, 256, 2 ** 16];
/** As far as one median is from another of the same on a machine that does other things too. */
const NOISE = 1.05;

export const coreMemory: Group = {
  rows: ['create-1tib', 'memory-split-4gib', 'domains-10000'],
  run: rows,
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function* rows() {
  yield* largeDomain();
  yield splitDomain();
  yield* manyDomains();
}

const create = (host: Host, memoryMib: number): Domain =>
  host.createDomain({ memoryMib, specialPages: false });

/** From a host that has none; the median of several, the first among them. */
function* largeDomain() {
  const times: number[] = [];
  for (let round = 0; round < 15; round++) {
    const host = new Host();
    const began = performance.now();
    create(host, TIB_IN_MIB);
    times.push(performance.now() - began);
  }
  yield valueRow({ name: 'create-1tib', unit: 'ms', op: '<=', target: 5 }, median(times));
  const bytes = grownBy(new Host(), (host) =>
    Array.from({ length: LARGE_DOMAINS }, () => create(host, TIB_IN_MIB)),
  );
  const each = bytes / LARGE_DOMAINS / KIB;
  yield valueRow({ name: 'create-1tib', unit: 'KiB', op: '<=', target: 64 }, each);
}

/** The second time: the first compiles what it takes, which stays as well. */
function splitDomain() {
  createSplit(new Host());
  const bytes = grownBy(new Host(), createSplit);
  const reference = (SPLIT_TABLES * TABLE_BYTES) / KIB;
  const judgement = { name: 'memory-split-4gib', unit: 'KiB', op: '<=', target: 1.05 } as const;
  return ratioRow(judgement, bytes / KIB, reference);
}

function createSplit(host: Host): Domain {
  const domain = create(host, SPLIT_MIB);
  for (const [firstGfn, nr] of SPLIT_RAM)
    runTask(setMemType(domain, { firstGfn, nr, memType: HVMMEM.ram_ro }));
  return domain;
}

function* manyDomains() {
  const [alone, host] = [create(new Host(), DOMAIN_MIB), new Host()];
  const among = create(host, DOMAIN_MIB);
  const bytes = grownBy(host, () =>
    Array.from({ length: DOMAINS }, () => create(host, DOMAIN_MIB)),
  );
  const name = 'domains-10000';
  yield valueRow({ name, unit: 'KiB', op: '<=', target: 24 }, bytes / DOMAINS / KIB);
  const [value = Number.NaN, reference = Number.NaN] = lookUpsOf([among, alone]);
  yield ratioRow({ name, unit: 'ns/look-up', op: '<=', target: NOISE }, value, reference);
}

/** Bytes that stay: of the heap, and of the memory that holds tables, as far as it has grown. */
function grownBy(host: Host, make: (host: Host) => unknown): number {
  const before = bytesOf(host);
  const kept = make(host);
  const after = bytesOf(host);
  if (kept === undefined) throw new Error('nothing was made');
  return after - before;
}

function bytesOf({ tablePages }: Host): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed + tablePages.words.byteLength;
}

let sum = 0;

/** Median nanoseconds of a look-up in each domain, by turns. */
function lookUpsOf(domains: readonly Domain[]): number[] {
  const gfns = shuffledGfns(DOMAIN_GFNS);
  const times = domains.map((): number[] => []);
  for (let round = -20; round < 201; round++)
    for (const [index, { p2m }] of domains.entries()) {
      const began = process.hrtime.bigint();
      for (const gfn of gfns) sum += p2m.typeOf(gfn);
      const took = Number(process.hrtime.bigint() - began);
      if (round >= 0) times[index]?.push(took / gfns.length);
    }
  if (Number.isNaN(sum)) throw new Error('the look-ups came to nothing');
  return times.map(median);
}
