/** The recorded operations on the map itself. */

import { INVALID_MFN, type Order } from '../../hypervisor/abi/frames.js';
import { p2mAccessName } from '../../hypervisor/abi/p2m-access.js';
import { P2MT } from '../../hypervisor/abi/p2m-type.js';
import { resolveMisconfig } from '../../hypervisor/ept/ept-misconfig.js';
import {
  addIdentityMapping,
  mapMmio,
  removeIdentityMapping,
} from '../../hypervisor/p2m/device-mapping.js';
import { memAccessOf, setMemAccess } from '../../hypervisor/p2m/mem-access.js';
import type { P2m } from '../../hypervisor/p2m/p2m.js';
import {
  changeEntryTypeGlobal,
  changeTypeRange,
  finishTypeChange,
} from '../../hypervisor/p2m/type-change.js';
import {
  accessArg,
  frameArg,
  NO_FRAME,
  numberArg,
  recordedTypeName,
  typeArg,
} from './arguments.js';
import { cpuAccess } from './cpu-access.js';
import { finishBatches } from './finish-batches.js';
import { rcOf, type Answer, type Operation } from './operation.js';

export const P2M_OPERATIONS: Readonly<Record<string, Operation>> = {
  p2m_set_entry: ({ p2m }, { gfn, mfn, order, type, access }) => {
    p2m.set(frameArg(gfn), frameArg(mfn), numberArg(order), typeArg(type), accessArg(access));
    return 0;
  },
  set_entry_map_foreign: ({ p2m }, { gfn, mfn }) => {
    p2m.set(frameArg(gfn), frameArg(mfn), 0, P2MT.map_foreign, p2m.defaultAccess);
    return 0;
  },
  get_entry: ({ p2m }, { gfn, alloc }) => entryAnswer(p2m, frameArg(gfn), alloc === 1),
  p2m_change_type_one: ({ p2m }, { gfn, ot, nt }) => {
    p2m.changeTypeOne(frameArg(gfn), typeArg(ot), typeArg(nt));
    return 0;
  },
  p2m_change_type_range: ({ p2m }, { start, end, ot, nt }) => {
    changeTypeRange(p2m, frameArg(start), frameArg(end), typeArg(ot), typeArg(nt));
    return 0;
  },
  p2m_change_entry_type_global: ({ p2m }, { ot, nt }) => {
    changeEntryTypeGlobal(p2m, typeArg(ot), typeArg(nt));
    return 0;
  },
  p2m_finish_type_change: ({ p2m }, { first, nr }) => {
    finishTypeChange(p2m, frameArg(first), numberArg(nr));
    return 0;
  },
  finish_batches: ({ p2m }, { first, batch, stop_when_ec0: stops }) =>
    finishBatches(p2m, frameArg(first), numberArg(batch), stops === 1),
  resolve_misconfig: ({ p2m }, { gfn }) => resolveMisconfig(p2m.tables, frameArg(gfn)),
  cpu_access: (world, { gfn, kind }) => cpuAccess(world, frameArg(gfn), String(kind)),
  p2m_set_ioreq_server: ({ p2m }, { server, flags }) => {
    const id = server === 0 ? undefined : numberArg(server) - 1;
    if (flags === 0) p2m.claim.disclaim(id);
    else p2m.claim.claim(id ?? -1, numberArg(flags));
    return 0;
  },
  p2m_set_mem_access: ({ p2m }, { gfn, nr, xaccess }) => {
    const access = xaccess === 'default' ? p2m.defaultAccess : accessArg(xaccess);
    if (gfn === NO_FRAME) p2m.defaultAccess = access;
    else setMemAccess(p2m, frameArg(gfn), numberArg(nr), access);
    return 0;
  },
  p2m_get_mem_access: ({ p2m }, { gfn }) => memAccessAnswer(p2m, frameArg(gfn)),
  guest_physmap_mark_populate_on_demand: ({ p2m }, { gfn, order }) => {
    p2m.pod.mark(frameArg(gfn), numberArg(order));
    return 0;
  },
  p2m_pod_set_mem_target: ({ p2m }, { target, no_superpages: singles }) => {
    p2m.pod.fill(numberArg(target), singles !== 1);
    return 0;
  },
  set_page_table_pool_limit: ({ p2m }, { n }) => {
    const limit = numberArg(n);
    p2m.tables.pool.available = limit < 0 ? Infinity : limit;
    return 0;
  },
  set_mmio_p2m_entry: ({ p2m }, { gfn, mfn, order }) => {
    const mapped = mapMmio(p2m, frameArg(gfn), frameArg(mfn), numberArg(order) as Order);
    return mapped === 'done' ? 0 : mapped.retryWithOrder + 1;
  },
  p2m_add_identity_entry: ({ p2m }, { gfn, access }) => {
    addIdentityMapping(p2m, frameArg(gfn), accessArg(access));
    return 0;
  },
  p2m_remove_identity_entry: ({ p2m }, { gfn }) => {
    removeIdentityMapping(p2m, frameArg(gfn));
    return 0;
  },
};

/** On an error the recordings show the value with which the variable was filled before. */
const NO_ACCESS = 99;
const RECORDED_INVALID_MFN = 'ffffffffffffffff';

function entryAnswer(p2m: P2m, gfn: number, populates: boolean): Answer {
  const entry = populates ? p2m.locked(() => p2m.populated(gfn)) : p2m.query(gfn);
  return {
    rc: 0,
    mfn: entry.mfn === INVALID_MFN ? RECORDED_INVALID_MFN : entry.mfn.toString(16),
    t: recordedTypeName(entry.type),
    acc: p2mAccessName(entry.access),
    order: entry.order,
    sve: entry.suppressVe ? 1 : 0,
  };
}

function memAccessAnswer(p2m: P2m, gfn: number): Answer {
  try {
    return { rc: 0, xacc: memAccessOf(p2m, gfn) };
  } catch (error) {
    return { rc: rcOf(error), xacc: NO_ACCESS };
  }
}
