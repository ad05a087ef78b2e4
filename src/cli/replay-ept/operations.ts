/** What each recorded operation is in the core: from the arguments of a step to what it answers. */

import { XenError } from '../../hypervisor/abi/errno.js';
import { INVALID_MFN, type Order } from '../../hypervisor/abi/frames.js';
import { P2MA, type P2mAccess, type P2mAccessName } from '../../hypervisor/abi/p2m-access.js';
import { P2MT, p2mTypeName, type P2mType } from '../../hypervisor/abi/p2m-type.js';
import { p2mAccessName } from '../../hypervisor/abi/p2m-access.js';
import { resolveMisconfig } from '../../hypervisor/ept/ept-misconfig.js';
import { HVMMEM, setMemType, type HvmMemType } from '../../hypervisor/hvm/mem-type.js';
import { mapMemType } from '../../hypervisor/hvm/map-mem-type.js';
import {
  addIdentityMapping,
  mapMmio,
  removeIdentityMapping,
  type Mapped,
} from '../../hypervisor/p2m/device-mapping.js';
import {
  cleanDirtyBitmap,
  disableLogDirty,
  enableLogDirty,
} from '../../hypervisor/p2m/dirty-tracking.js';
import type { P2m } from '../../hypervisor/p2m/p2m.js';
import { memAccessOf, setMemAccess } from '../../hypervisor/p2m/mem-access.js';
import {
  changeEntryTypeGlobal,
  changeTypeRange,
  finishTypeChange,
  memoryTypeChanged,
} from '../../hypervisor/p2m/type-change.js';
import { Restart, runTask } from '../../hypervisor/schedule/task.js';
import { cpuAccess } from './cpu-access.js';
import type { Args } from './recording.js';
import { gfnArg, IOREQ_SERVERS, type RecordedWorld } from './recorded-world.js';

/** What an operation answered: its return code, and whatever else the recording has of it. */
export interface Answer {
  readonly rc: number;
  readonly [field: string]: unknown;
}

type Operation = (world: RecordedWorld, args: Args) => Answer | number | undefined;

const ERESTART = -85;

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  nop: () => 0,
  p2m_set_entry: ({ p2m }, args) => {
    p2m.set(
      gfnArg(args['gfn']),
      mfnArg(args['mfn']),
      number(args['order']),
      typeArg(args['type']),
      accessArg(args['access']),
    );
    return 0;
  },
  set_entry_map_foreign: ({ p2m }, args) => {
    p2m.set(gfnArg(args['gfn']), mfnArg(args['mfn']), 0, P2MT.map_foreign, p2m.defaultAccess);
    return 0;
  },
  get_entry: ({ p2m }, args) => {
    const gfn = gfnArg(args['gfn']);
    const entry = args['alloc'] === 1 ? p2m.locked(() => p2m.populated(gfn)) : p2m.query(gfn);
    return {
      rc: 0,
      mfn: entry.mfn === INVALID_MFN ? 'ffffffffffffffff' : entry.mfn.toString(16),
      t: RECORDED_TYPE_NAMES[entry.type] ?? p2mTypeName(entry.type),
      acc: p2mAccessName(entry.access),
      order: entry.order,
      sve: entry.suppressVe ? 1 : 0,
    };
  },
  p2m_change_type_one: ({ p2m }, args) => {
    p2m.changeTypeOne(gfnArg(args['gfn']), typeArg(args['ot']), typeArg(args['nt']));
    return 0;
  },
  p2m_change_type_range: ({ p2m }, args) => {
    changeTypeRange(
      p2m,
      gfnArg(args['start']),
      gfnArg(args['end']),
      typeArg(args['ot']),
      typeArg(args['nt']),
    );
    return 0;
  },
  p2m_change_entry_type_global: ({ p2m }, args) => {
    changeEntryTypeGlobal(p2m, typeArg(args['ot']), typeArg(args['nt']));
    return 0;
  },
  p2m_memory_type_changed: ({ p2m }) => {
    memoryTypeChanged(p2m);
    return 0;
  },
  p2m_finish_type_change: ({ p2m }, args) => {
    finishTypeChange(p2m, gfnArg(args['first']), number(args['nr']));
    return 0;
  },
  finish_batches: (world, args) => finishBatches(world, args),
  resolve_misconfig: ({ p2m }, args) => resolveMisconfig(p2m.tables, gfnArg(args['gfn'])),
  cpu_access: (world, args) => cpuAccess(world, gfnArg(args['gfn']), String(args['kind'])),
  p2m_set_ioreq_server: ({ p2m }, args) => {
    const server = number(args['server']);
    const id = server === 0 ? undefined : server - 1;
    if (args['flags'] === 0) p2m.claim.disclaim(id);
    else p2m.claim.claim(id ?? -1, number(args['flags']));
    return 0;
  },
  dmop_map_mem_type_to_ioreq_server: ({ p2m }, args) => {
    const request = {
      id: number(args['id']),
      type: hvmMemArg(args['hvmmem']),
      flags: number(args['flags']),
      opaque: number(args['opaque']),
    };
    const subject = {
      hap: true,
      p2m,
      profile: { knobs: KNOBS },
      requireServer,
      pause: () => undefined,
      unpause: () => undefined,
    };
    return answerOf(
      () => runTask(mapMemType(subject, 0, request), () => args['preempt'] === 1),
      ({ opaque }) => ({ opaque }),
      request,
    );
  },
  dmop_set_mem_type: ({ p2m }, args) => {
    const request = {
      firstGfn: gfnArg(args['first']),
      nr: number(args['nr']),
      memType: hvmMemArg(args['hvmmem']),
    };
    const subject = { hap: true, p2m, profile: { knobs: KNOBS } };
    return answerOf(
      () => runTask(setMemType(subject, request), () => args['preempt'] === 1),
      ({ firstGfn, nr }) => ({ first: firstGfn, nr }),
      request,
    );
  },
  p2m_set_mem_access: ({ p2m }, args) => {
    const access = args['xaccess'] === 'default' ? p2m.defaultAccess : accessArg(args['xaccess']);
    if (args['gfn'] === '-') p2m.defaultAccess = access;
    else setMemAccess(p2m, gfnArg(args['gfn']), number(args['nr']), access);
    return 0;
  },
  p2m_get_mem_access: ({ p2m }, args) => memAccessAnswer(p2m, gfnArg(args['gfn'])),
  hap_log_dirty: ({ p2m }, args) => {
    if (args['on'] === 1) enableLogDirty(p2m, args['global'] === 1);
    else disableLogDirty(p2m);
    return 0;
  },
  hap_clean_dirty_bitmap: ({ p2m }) => {
    cleanDirtyBitmap(p2m);
    return 0;
  },
  guest_physmap_mark_populate_on_demand: ({ p2m }, args) => {
    p2m.pod.mark(gfnArg(args['gfn']), number(args['order']));
    return 0;
  },
  p2m_pod_set_mem_target: ({ p2m }, args) => {
    p2m.pod.fill(number(args['target']), args['no_superpages'] !== 1);
    return 0;
  },
  set_page_table_pool_limit: ({ p2m }, args) => {
    const limit = number(args['n']);
    p2m.tables.pool.available = limit < 0 ? Infinity : limit;
    return 0;
  },
  set_mmio_p2m_entry: ({ p2m }, args) =>
    rcOfMapping(
      mapMmio(p2m, gfnArg(args['gfn']), mfnArg(args['mfn']), number(args['order']) as Order),
    ),
  p2m_add_identity_entry: ({ p2m }, args) => {
    addIdentityMapping(p2m, gfnArg(args['gfn']), accessArg(args['access']));
    return 0;
  },
  p2m_remove_identity_entry: ({ p2m }, args) => {
    removeIdentityMapping(p2m, gfnArg(args['gfn']));
    return 0;
  },
  mmio_ro_range: ({ p2m }, args) => {
    const range = [gfnArg(args['s']), gfnArg(args['e'])] as const;
    if (args['add'] === 1) p2m.memoryTypes.mmioReadonly.add(...range);
    else p2m.memoryTypes.mmioReadonly.remove(...range);
    return 0;
  },
  hvm_set_mem_pinned_cacheattr: ({ p2m }, args) => {
    const range = [gfnArg(args['s']), gfnArg(args['e'])] as const;
    p2m.memoryTypes.pinned.set(...range, number(args['type']), PHYSICAL_ADDRESS_BITS, () => {
      memoryTypeChanged(p2m);
    });
    return 0;
  },
  mtrr_def_type_msr_set: ({ p2m }, args) => {
    const { valid, changed } = p2m.memoryTypes.guestMtrr.setDefaultType(number(args['value']));
    if (changed && p2m.memoryTypes.cacheFlushPermitted) memoryTypeChanged(p2m);
    return valid ? 1 : 0;
  },
  mtrr_var_range: ({ p2m }, args) => {
    const base = BigInt(`0x${String(args['base'])}`);
    const mask = BigInt(`0x${String(args['mask'])}`);
    p2m.memoryTypes.guestMtrr.variable.set(number(args['reg']), { base, mask });
    memoryTypeChanged(p2m);
    return 0;
  },
};

/** Carry out an operation; an errno that it throws is its return code. */
export function perform(operation: Operation, world: RecordedWorld, args: Args): Answer {
  try {
    const answer = operation(world, args);
    return typeof answer === 'object' ? answer : { rc: answer ?? 0 };
  } catch (error) {
    if (error instanceof XenError) return { rc: error.rc };
    throw error;
  }
}

const PHYSICAL_ADDRESS_BITS = 46;

const KNOBS = {
  claim_required: true,
  ioreq_server_from: 'ram_rw',
  non_hap_errno: 'EOPNOTSUPP',
  pause_on_map_mem_type: false,
  reset_on_unmap: 'lazy_and_sweep',
} as const;

/** Types that the recordings call by a shorter name. */
const RECORDED_TYPE_NAMES: Readonly<Record<number, string>> = {
  [P2MT.populate_on_demand]: 'pod',
  [P2MT.ram_paging_out]: 'paging_out',
  [P2MT.ram_paged]: 'paged',
  [P2MT.ram_paging_in]: 'paging_in',
};
const TYPE_BY_RECORDED_NAME: Readonly<Record<string, P2mType>> = {
  ...P2MT,
  ...Object.fromEntries(
    Object.entries(RECORDED_TYPE_NAMES).map(([type, name]) => [name, Number(type) as P2mType]),
  ),
};

type Arg = string | number | undefined;

const number = (arg: Arg): number => Number(arg);
const mfnArg = (arg: Arg): number => (arg === '-' ? INVALID_MFN : gfnArg(arg));
const typeArg = (arg: Arg): P2mType => TYPE_BY_RECORDED_NAME[String(arg)] ?? P2MT.invalid;
const accessArg = (arg: Arg): P2mAccess => P2MA[String(arg) as P2mAccessName];

/** A name of HVMMEM, or a number for what is none. */
function hvmMemArg(arg: Arg): number {
  const name = String(arg).replace('HVMMEM_', '');
  return name in HVMMEM ? HVMMEM[name as HvmMemType] : Number(name);
}

const rcOfMapping = (mapped: Mapped): number => (mapped === 'done' ? 0 : mapped.retryWithOrder + 1);

function requireServer(id: number): void {
  if (!IOREQ_SERVERS.includes(id)) throw new XenError('ENOENT', `no ioreq server ${id}`);
}

/** Fields that a hypercall writes back: the caller's own unless it was preempted. */
function answerOf<Request>(
  call: () => Restart<Request> | undefined,
  fields: (request: Request) => object,
  request: Request,
): Answer {
  try {
    const restart = call();
    if (restart === undefined) return { rc: 0, ...fields(request) };
    return { rc: ERESTART, ...fields(restart.args) };
  } catch (error) {
    if (error instanceof XenError) return { rc: error.rc, ...fields(request) };
    throw error;
  }
}

/** On an error the recordings show the value with which the variable was filled before. */
const NO_ACCESS = 99;

function memAccessAnswer(p2m: P2m, gfn: number): Answer {
  try {
    return { rc: 0, xacc: memAccessOf(p2m, gfn) };
  } catch (error) {
    if (error instanceof XenError) return { rc: error.rc, xacc: NO_ACCESS };
    throw error;
  }
}

function finishBatches({ p2m }: RecordedWorld, args: Args): Answer {
  const batch = number(args['batch']);
  const stops = args['stop_when_ec0'] === 1;
  const runs: [entryCount: number, batches: number][] = [];
  let next = gfnArg(args['first']);
  let batches = 0;
  let rc = 0;
  while (rc === 0 && next <= p2m.maxMappedGfn && !(stops && p2m.entryCount === 0)) {
    rc = rcOf(() => {
      finishTypeChange(p2m, next, batch);
    });
    batches++;
    if (rc === 0) next += batch;
    const last = runs.at(-1);
    if (last?.[0] === p2m.entryCount) last[1]++;
    else runs.push([p2m.entryCount, 1]);
  }
  return { rc, batches, next, ec_runs: runs };
}

function rcOf(operation: () => void): number {
  try {
    operation();
    return 0;
  } catch (error) {
    if (error instanceof XenError) return error.rc;
    throw error;
  }
}
