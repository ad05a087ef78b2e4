/**
 * Every operation of Xen's hypercalls for device models, memory and event channels, by number, whether we have it or not.
 *
 * Source: xen/include/public/hvm/hvm_op.h (4.8), hvm/dm_op.h, memory.h and event_channel.h (4.22).
 */

// prettier-ignore
export const HVMOPS = [
  'set_param', 'get_param', 'set_pci_intx_level', 'set_isa_irq_level', 'set_pci_link_route', 'flush_tlbs',
  'track_dirty_vram', 'modified_memory', 'set_mem_type', 'pagetable_dying', 'get_time', 'xentrace',
  'set_mem_access', 'get_mem_access', 'inject_trap', 'get_mem_type', 'inject_msi', 'create_ioreq_server',
  'get_ioreq_server_info', 'map_io_range_to_ioreq_server', 'unmap_io_range_from_ioreq_server',
  'destroy_ioreq_server', 'set_ioreq_server_state', 'set_evtchn_upcall_vector', 'guest_request_vm_event',
  'altp2m', 'map_mem_type_to_ioreq_server',
] as const;

/** From 1 on. */
// prettier-ignore
export const DMOPS = [
  'create_ioreq_server', 'get_ioreq_server_info', 'map_io_range_to_ioreq_server',
  'unmap_io_range_from_ioreq_server', 'set_ioreq_server_state', 'destroy_ioreq_server', 'track_dirty_vram',
  'set_pci_intx_level', 'set_isa_irq_level', 'set_pci_link_route', 'modified_memory', 'set_mem_type',
  'inject_event', 'inject_msi', 'map_mem_type_to_ioreq_server', 'remote_shutdown', 'relocate_memory',
  'pin_memory_cacheattr', 'set_irq_level', 'nr_vcpus',
] as const;

/** Numbers that Xen keeps without a handler: two became XENMEM_access_op, one is for Arm. */
export const RESERVED_OPS: readonly string[] = [
  'set_mem_access',
  'get_mem_access',
  'set_irq_level',
];

/** Holes were given up. */
// prettier-ignore
export const XENMEM_OPS = [
  'increase_reservation', 'decrease_reservation', 'maximum_ram_page', 'current_reservation', 'maximum_reservation',
  'machphys_mfn_list', 'populate_physmap', 'add_to_physmap', undefined, 'memory_map', 'machine_memory_map', 'exchange',
  'machphys_mapping', 'set_memory_map', 'maximum_gpfn', 'remove_from_physmap', 'set_pod_target', 'get_pod_target',
  'get_sharing_freed_pages', 'get_sharing_shared_pages', 'paging_op', 'access_op', 'sharing_op', 'add_to_physmap_batch',
  'claim_pages', 'machphys_compat_mfn_list', 'get_vnumainfo', 'reserved_device_memory_map', 'acquire_resource',
] as const;

// prettier-ignore
export const EVTCHNOPS = [
  'bind_interdomain', 'bind_virq', 'bind_pirq', 'close', 'send', 'status', 'alloc_unbound', 'bind_ipi', 'bind_vcpu',
  'unmask', 'reset', 'init_control', 'expand_array', 'set_priority', 'reset_cont',
] as const;
