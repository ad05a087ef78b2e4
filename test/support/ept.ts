import { INVALID_MFN, type Order } from '../../src/hypervisor/abi/frames.js';
import { P2MA, type P2mAccessName } from '../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../src/hypervisor/abi/p2m-type.js';
import type { EptEntryLayout } from '../../src/hypervisor/ept/ept-entry.js';
import { MemoryTypes } from '../../src/hypervisor/ept/ept-memory-type.js';
import { pathTo } from '../../src/hypervisor/ept/ept-path.js';
import { EptPermissions } from '../../src/hypervisor/ept/ept-permissions.js';
import { setEntry } from '../../src/hypervisor/ept/ept-set-entry.js';
import { EptTables, LOG_DIRTY, type EptPolicy } from '../../src/hypervisor/ept/ept-tables.js';
import { PageTablePool } from '../../src/hypervisor/ept/page-table-pool.js';
import { TablePages } from '../../src/hypervisor/ept/table-pages.js';

/** Frames of the machine on which Xen was recorded: which are memory, and which another domain owns. */
export const mfnValid = (mfn: number) => mfn < 0x110_0000 && !(mfn >= 0xe_0000 && mfn <= 0xf_ffff);
export const frameHasOwner = (mfn: number) => mfn >= 0x80_0000 && mfn <= 0x8f_ffff;

/** Every test takes its tables here, so that they find pages that others have used. */
export const PAGES = new TablePages(2 ** 31);

const FRAME = 0x000f_ffff_ffff_f000n;
const SP = 1n << 7n;
const RWX = 0b111n;

export interface TablesOptions {
  readonly adBits?: boolean;
  readonly execSuperpages?: boolean;
  readonly layout?: EptEntryLayout;
}

/** An empty EPT, and the policy that it asks, whose functions a test may replace. */
export function newTables({
  adBits = true,
  execSuperpages = true,
  layout = 'access_58',
}: TablesOptions = {}) {
  const seen = { resolved: 0 };
  const policy: EptPolicy = {
    ioreqServerOwned: () => false,
    logDirtyCoverage: () => LOG_DIRTY.none,
    mfnValid,
    frameHasOwner,
    onResolved: () => seen.resolved++,
  };
  const tables = new EptTables({
    pool: new PageTablePool(PAGES),
    permissions: new EptPermissions({ adBits, execSuperpages }),
    memoryTypes: new MemoryTypes(),
    policy,
    layout,
    adBits,
  });
  return { tables, policy, seen };
}

export interface Mapped {
  readonly gfn: number;
  readonly mfn?: number;
  readonly order?: Order;
  readonly type?: P2mTypeName;
  readonly access?: P2mAccessName;
}

/** Map by names: ram_rw, rwx, a frame of 0x100000 plus the gfn unless told otherwise. */
export function map(tables: EptTables, { gfn, type = 'ram_rw', access = 'rwx', ...rest }: Mapped) {
  const { order = 0, mfn = type === 'populate_on_demand' ? INVALID_MFN : 0x10_0000 + gfn } = rest;
  return setEntry(tables, { gfn, mfn, order, type: P2MT[type], access: P2MA[access] });
}

/**
 * The entry on the path to a gfn, at a level or at the path's end, as 16 hexadecimal digits; the
 * frame of one that leads to a table counts as 0. Undefined: the path ends above.
 */
export function entryAt(tables: EptTables, gfn: number, level?: number): string | undefined {
  const path = pathTo(tables, gfn);
  const entry = level === undefined ? path.at(-1) : path.find((step) => step.level === level);
  return entry && rawText(entry.lo, entry.hi, entry.level);
}

/** Where in `PAGES.words` the entry on the path to a gfn lies, at a level that the path reaches. */
export function wordAt(tables: EptTables, gfn: number, level: number): number {
  let table = tables.root;
  for (let at = 3; ; at--) {
    const word = table * 1024 + 2 * (Math.floor(gfn / 512 ** at) % 512);
    if (at === level) return word;
    table = Math.floor(PAGES.words[word]! / 4096);
  }
}

/** Every entry that is not empty, table by table: `level gfn raw`. */
export function entriesOf(tables: EptTables): string[] {
  const entries: string[] = [];
  const visit = (table: number, level: number, firstGfn: number) => {
    for (let index = 0; index < 512; index++) {
      const word = table * 1024 + 2 * index;
      const [lo, hi] = [PAGES.words[word]!, PAGES.words[word + 1]!];
      if (lo === 0 && hi % 0x8000_0000 === 0) continue;
      const gfn = firstGfn + index * 512 ** level;
      entries.push(`${level} ${gfn.toString(16)} ${rawText(lo, hi, level)}`);
      if (leads(BigInt(lo), level)) visit(Math.floor(lo / 4096), level - 1, gfn);
    }
  };
  visit(tables.root, 3, 0);
  return entries;
}

/** How many 4 KiB entries of a type there are, counted one by one. */
export const countOf = (tables: EptTables, type: P2mTypeName) =>
  entriesOf(tables).filter((entry) => {
    const [level = '', , raw = ''] = entry.split(' ');
    return level === '0' && ((BigInt(`0x${raw}`) >> 52n) & 0x3fn) === BigInt(P2MT[type]);
  }).length;

const leads = (raw: bigint, level: number) => level > 0 && (raw & RWX) !== 0n && (raw & SP) === 0n;

function rawText(lo: number, hi: number, level: number): string {
  const raw = (BigInt(hi) << 32n) | BigInt(lo);
  return (leads(raw, level) ? raw & ~FRAME : raw).toString(16).padStart(16, '0');
}
