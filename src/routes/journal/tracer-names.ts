/**
 * What the tools of the trade call a record: xentrace, and the trace events of QEMU as a device model.
 *
 * Source: xen/include/public/trace.h (without TRC_ and TRC_HVM_); QEMU's hw/xen/trace-events.
 */

import type { JournalKind } from '../../hypervisor/index.js';

/** A record as it is shown, as far as its names depend on it. */
export interface Shown {
  readonly [field: string]: unknown;
}

type NameOf = string | ((shown: Shown) => string | undefined);

const DOMAIN_CHANGES: Readonly<Record<string, string>> = {
  created: 'DOM0_DOM_ADD',
  destroyed: 'DOM0_DOM_REM',
  paused: 'SCHED_SLEEP',
  unpaused: 'SCHED_WAKE',
  shutdown: 'SCHED_SHUTDOWN',
};

const XEN_IO: Readonly<Record<string, string>> = { pio: 'IOPORT', copy: 'IOMEM' };
/** Vectors below this one are exceptions. */
const FIRST_INTERRUPT = 32;

const XENTRACE: Readonly<Partial<Record<JournalKind, NameOf>>> = {
  hypercall: 'PV_HYPERCALL_V2',
  vmexit: 'VMEXIT',
  vmentry: 'VMENTRY',
  npf: 'NPF',
  inject: ({ vector }) => (Number(vector) < FIRST_INTERRUPT ? 'INJ_EXC' : 'INJ_VIRQ'),
  ioreq({ type, dir }) {
    const io = XEN_IO[String(type)];
    return io && `${io}_${String(dir).toUpperCase()}`;
  },
  domain: ({ change }) => DOMAIN_CHANGES[String(change)],
  crash: 'SCHED_SHUTDOWN_CODE',
  p2m_type: 'MEM_SET_P2M_ENTRY',
};

const QEMU_IO: Readonly<Record<string, (dir: string) => string>> = {
  pio: () => 'cpu_ioreq_pio',
  copy: () => 'cpu_ioreq_move',
  pci_config: (dir) => `cpu_ioreq_config_${dir}`,
  invalidate: () => 'xen_invalidate_map_cache',
};

const RANGES: Readonly<Record<string, string>> = {
  memory: 'mmio_range',
  port: 'portio_range',
  pci: 'pcidev',
};

const rangeOf = ({ args }: Shown): string | undefined =>
  RANGES[String((args as Shown | undefined)?.['type'])];

const QEMU_CALLS: Readonly<Record<string, NameOf>> = {
  create_ioreq_server: 'xen_ioreq_server_create',
  destroy_ioreq_server: 'xen_ioreq_server_destroy',
  set_ioreq_server_state: 'xen_ioreq_server_state',
  acquire_resource: 'xen_map_resource_ioreq',
  map_io_range_to_ioreq_server: (shown) => prefixed('xen_map_', rangeOf(shown)),
  unmap_io_range_from_ioreq_server: (shown) => prefixed('xen_unmap_', rangeOf(shown)),
};

const QEMU: Readonly<Partial<Record<JournalKind, NameOf>>> = {
  hypercall: (shown) => nameOf(QEMU_CALLS[String(shown['op']).split('/')[1] ?? ''], shown),
  ioreq: ({ type, dir }) => QEMU_IO[String(type)]?.(String(dir)),
  ioreq_delivered: 'handle_ioreq',
  bufioreq: ({ type, dir }) => QEMU_IO[String(type)]?.(String(dir)),
  bufioreq_delivered: 'handle_ioreq',
};

/** As far as they have a name for it. */
export function tracerNames(kind: JournalKind, shown: Shown): { xentrace?: string; qemu?: string } {
  const xentrace = nameOf(XENTRACE[kind], shown);
  const qemu = nameOf(QEMU[kind], shown);
  return { ...(xentrace !== undefined && { xentrace }), ...(qemu !== undefined && { qemu }) };
}

const nameOf = (name: NameOf | undefined, shown: Shown): string | undefined =>
  typeof name === 'function' ? name(shown) : name;

const prefixed = (prefix: string, name: string | undefined): string | undefined =>
  name === undefined ? undefined : prefix + name;
