import { describe, expect, it } from 'vitest';
import type { JournalKind } from '../../../src/hypervisor/index.js';
import { tracerNames } from '../../../src/routes/journal/tracer-names.js';

describe('tracerNames', () => {
  const range = (type: string) => ({ op: 'dmop/map_io_range_to_ioreq_server', args: { type } });
  // prettier-ignore
  it.each<[JournalKind, object, string | undefined, string | undefined]>([
    ['vmexit',              {},                                         'VMEXIT',          undefined],
    ['npf',                 {},                                         'NPF',             undefined],
    ['inject',              { vector: 13 },                             'INJ_EXC',         undefined],
    ['inject',              { vector: 0x30 },                           'INJ_VIRQ',        undefined],
    ['ioreq',               { type: 'pio', dir: 'write' },              'IOPORT_WRITE',    'cpu_ioreq_pio'],
    ['ioreq',               { type: 'copy', dir: 'read' },              'IOMEM_READ',      'cpu_ioreq_move'],
    ['ioreq',               { type: 'pci_config', dir: 'read' },        undefined,         'cpu_ioreq_config_read'],
    ['ioreq_delivered',     {},                                         undefined,         'handle_ioreq'],
    ['domain',              { change: 'created' },                      'DOM0_DOM_ADD',    undefined],
    ['domain',              { change: 'ioreq_servers' },                undefined,         undefined],
    ['hypercall',           { op: 'hvmop/create_ioreq_server' },        'PV_HYPERCALL_V2', 'xen_ioreq_server_create'],
    ['hypercall',           range('memory'),                            'PV_HYPERCALL_V2', 'xen_map_mmio_range'],
    ['hypercall',           range('pci'),                               'PV_HYPERCALL_V2', 'xen_map_pcidev'],
    ['hypercall',           { op: 'dmop/set_mem_type' },                'PV_HYPERCALL_V2', undefined],
    ['evtchn',              {},                                         undefined,         undefined],
  ])('of %s %j', (kind, shown, xentrace, qemu) => {
    expect(tracerNames(kind, shown as never)).toEqual({
      ...(xentrace && { xentrace }),
      ...(qemu && { qemu }),
    });
  });
});
