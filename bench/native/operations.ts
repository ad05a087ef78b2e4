/** What is timed beside Xen's own code doing the same: the map itself, in process. */

import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { TablePages } from '../../src/hypervisor/ept/table-pages.js';
import { mapMemType } from '../../src/hypervisor/hvm/map-mem-type.js';
import { HVMMEM, setMemType } from '../../src/hypervisor/hvm/mem-type.js';
import { P2m } from '../../src/hypervisor/p2m/p2m.js';
import { changeEntryTypeGlobal } from '../../src/hypervisor/p2m/type-change.js';
import { Lock } from '../../src/hypervisor/schedule/lock.js';
import { runTask } from '../../src/hypervisor/schedule/task.js';
import type { Operation } from '../measure.js';
import { shuffledGfns } from '../shuffled-gfns.js';
import type { NativeRow } from './reference.js';

const GFNS = 2 ** 20;
const WRITE = 0b10;
const SERVER = 0;
const KNOBS = {
  claim_required: true,
  ioreq_server_from: 'ram_rw',
  non_hap_errno: 'EOPNOTSUPP',
  pause_on_map_mem_type: false,
  reset_on_unmap: 'lazy_and_sweep',
} as const;

const nothing = () => undefined;

/** One host's pages for all maps: a map is made from pages that another has used before. */
const pages = new TablePages(2 ** 31);

function emptyMap(): P2m {
  return new P2m(pages, {
    mfnValid: (mfn) => mfn < 2 ** 32,
    frameHasOwner: () => false,
    allocateFrames: nothing,
    crashDomain: nothing,
    onResolved: nothing,
  });
}

function mapOfSuperpages(): P2m {
  const p2m = emptyMap();
  for (let gfn = 0; gfn < GFNS; gfn += 512)
    p2m.set(gfn, 0x10_0000 + gfn, 9, P2MT.ram_rw, p2m.defaultAccess);
  return p2m;
}

function claimedMap(): P2m {
  const p2m = mapOfSuperpages();
  p2m.claim.claim(SERVER, WRITE);
  return p2m;
}

function splitMap(): P2m {
  const p2m = claimedMap();
  setTypes(p2m, HVMMEM.ioreq_server);
  return p2m;
}

const SERVERS_LOCK = new Lock('ioreq_server_lock', { recursive: true });

const subjectOf = (p2m: P2m) => ({
  hap: true,
  p2m,
  profile: { knobs: KNOBS },
  ioreqServers: { lock: SERVERS_LOCK },
  vcpus: [],
  requireServer: nothing,
  pause: nothing,
  unpause: nothing,
});

function setTypes(p2m: P2m, memType: number): void {
  runTask(setMemType(subjectOf(p2m), { firstGfn: 0, nr: GFNS, memType }));
}

function disclaim(p2m: P2m): void {
  const request = { id: SERVER, type: HVMMEM.ioreq_server, flags: 0, opaque: 0 };
  runTask(mapMemType(subjectOf(p2m), 0, request));
}

const random = shuffledGfns(GFNS);

/** Adds the types up, so that no look-up can be left out. */
function lookUp(p2m: P2m): void {
  const { length } = random;
  let types = 0;
  for (let at = 0; at < length; at++) types += p2m.typeOf(random[at]!);
  if (Number.isNaN(types)) throw new Error('the look-ups came to nothing');
}

export const OPERATIONS: { readonly [Row in NativeRow]: Operation<P2m> } = {
  'lookup-random': { units: GFNS, prepare: splitMap, reusable: true, run: lookUp },
  'lookup-superpages': { units: GFNS, prepare: mapOfSuperpages, reusable: true, run: lookUp },
  'set-mem-type-1m': {
    units: GFNS,
    prepare: claimedMap,
    run: (p2m) => {
      setTypes(p2m, HVMMEM.ioreq_server);
    },
  },
  'disclaim-1m': { units: GFNS, prepare: splitMap, run: disclaim },
  'global-change': {
    units: 1,
    prepare: mapOfEveryRootEntry,
    run: (p2m) => {
      changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_logdirty);
    },
  },
  'misconfig-table': {
    units: 1,
    prepare: markedTable,
    run: (p2m) => {
      p2m.handleMisconfig(5, { spuriousMisconfig: false });
    },
  },
  'split-1g': {
    units: 1,
    prepare: () => {
      const p2m = emptyMap();
      p2m.set(0x4_0000, 0x20_0000, 18, P2MT.ram_rw, p2m.defaultAccess);
      return p2m;
    },
    run: (p2m) => {
      p2m.changeTypeOne(0x4_0005, P2MT.ram_rw, P2MT.ram_ro);
    },
  },
};

/** One superpage below each: tables that nobody is to read would only have the root driven out of the caches. */
function mapOfEveryRootEntry(): P2m {
  const p2m = emptyMap();
  for (let index = 0; index < 512; index++)
    p2m.set(index * 2 ** 27, 0x40_0000, 18, P2MT.ram_rw, p2m.defaultAccess);
  return p2m;
}

/** 512 entries of a type that nobody owns any more, below one entry that is marked. */
function markedTable(): P2m {
  const p2m = emptyMap();
  for (let gfn = 0; gfn < 1024; gfn += 512)
    p2m.set(gfn, 0x10_0000 + gfn, 9, P2MT.ram_rw, p2m.defaultAccess);
  p2m.claim.claim(SERVER, WRITE);
  const request = { firstGfn: 0, nr: 512, memType: HVMMEM.ioreq_server };
  runTask(setMemType(subjectOf(p2m), request));
  p2m.claim.disclaim(SERVER);
  changeEntryTypeGlobal(p2m, P2MT.ioreq_server, P2MT.ram_rw);
  p2m.handleMisconfig(512, { spuriousMisconfig: false });
  return p2m;
}
