/**
 * Every operation of the two hypercalls, by number, whether we have it or not.
 *
 * Source: xen/include/public/hvm/hvm_op.h (4.8) and dm_op.h (4.22).
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

/** Numbers that Xen keeps without a handler: ENOSYS. They became XENMEM_access_op. */
export const RESERVED_HVMOPS: readonly string[] = ['set_mem_access', 'get_mem_access'];

/** From 1 on. */
// prettier-ignore
export const DMOPS = [
  'create_ioreq_server', 'get_ioreq_server_info', 'map_io_range_to_ioreq_server',
  'unmap_io_range_from_ioreq_server', 'set_ioreq_server_state', 'destroy_ioreq_server', 'track_dirty_vram',
  'set_pci_intx_level', 'set_isa_irq_level', 'set_pci_link_route', 'modified_memory', 'set_mem_type',
  'inject_event', 'inject_msi', 'map_mem_type_to_ioreq_server', 'remote_shutdown', 'relocate_memory',
  'pin_memory_cacheattr', 'set_irq_level', 'nr_vcpus',
] as const;
