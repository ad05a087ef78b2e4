/** Every hypercall there is, in the order in which a device model lives: one line each. */

import type { Hypercall } from '../definition/define-hypercall.js';
import { altp2m } from './altp2m.js';
import { create_ioreq_server } from './create-ioreq-server.js';
import { destroy_ioreq_server } from './destroy-ioreq-server.js';
import { createdomain } from './domctl/createdomain.js';
import { destroydomain } from './domctl/destroydomain.js';
import { getdomaininfo } from './domctl/getdomaininfo.js';
import { iomem_permission } from './domctl/iomem-permission.js';
import { max_mem } from './domctl/max-mem.js';
import { max_vcpus } from './domctl/max-vcpus.js';
import { memory_mapping } from './domctl/memory-mapping.js';
import { pausedomain } from './domctl/pausedomain.js';
import { resumedomain } from './domctl/resumedomain.js';
import { sethvmcontext } from './domctl/sethvmcontext.js';
import { set_target } from './domctl/set-target.js';
import { unpausedomain } from './domctl/unpausedomain.js';
import { shadow_op } from './domctl/shadow-op.js';
import { alloc_unbound } from './evtchn/alloc-unbound.js';
import { bind_interdomain } from './evtchn/bind-interdomain.js';
import { bind_vcpu } from './evtchn/bind-vcpu.js';
import { close } from './evtchn/close.js';
import { expand_array } from './evtchn/expand-array.js';
import { init_control } from './evtchn/init-control.js';
import { reset } from './evtchn/reset.js';
import { send } from './evtchn/send.js';
import { set_priority } from './evtchn/set-priority.js';
import { status } from './evtchn/status.js';
import { unmask } from './evtchn/unmask.js';
import { flush_tlbs } from './flush-tlbs.js';
import { get_ioreq_server_info } from './get-ioreq-server-info.js';
import { get_mem_type } from './get-mem-type.js';
import { get_param } from './get-param.js';
import { get_time } from './get-time.js';
import { guest_request_vm_event } from './guest-request-vm-event.js';
import { inject_event } from './inject-event.js';
import { inject_msi } from './inject-msi.js';
import { inject_trap } from './inject-trap.js';
import { map_io_range_to_ioreq_server } from './map-io-range-to-ioreq-server.js';
import { map_mem_type_to_ioreq_server } from './map-mem-type-to-ioreq-server.js';
import { access_op } from './memory/access-op.js';
import { acquire_resource } from './memory/acquire-resource.js';
import { add_to_physmap_batch } from './memory/add-to-physmap-batch.js';
import { add_to_physmap } from './memory/add-to-physmap.js';
import { current_reservation } from './memory/current-reservation.js';
import { decrease_reservation } from './memory/decrease-reservation.js';
import { get_pod_target } from './memory/get-pod-target.js';
import { increase_reservation } from './memory/increase-reservation.js';
import { maximum_gpfn } from './memory/maximum-gpfn.js';
import { maximum_reservation } from './memory/maximum-reservation.js';
import { populate_physmap } from './memory/populate-physmap.js';
import { remove_from_physmap } from './memory/remove-from-physmap.js';
import { set_pod_target } from './memory/set-pod-target.js';
import { modified_memory } from './modified-memory.js';
import { nr_vcpus } from './nr-vcpus.js';
import { pagetable_dying } from './pagetable-dying.js';
import { pin_memory_cacheattr } from './pin-memory-cacheattr.js';
import { remote_shutdown } from './remote-shutdown.js';
import { set_evtchn_upcall_vector } from './set-evtchn-upcall-vector.js';
import { relocate_memory } from './relocate-memory.js';
import { set_ioreq_server_state } from './set-ioreq-server-state.js';
import { set_irq_level } from './set-irq-level.js';
import { set_isa_irq_level } from './set-isa-irq-level.js';
import { set_mem_type } from './set-mem-type.js';
import { set_param } from './set-param.js';
import { set_pci_intx_level } from './set-pci-intx-level.js';
import { set_pci_link_route } from './set-pci-link-route.js';
import { track_dirty_vram } from './track-dirty-vram.js';
import { unmap_io_range_from_ioreq_server } from './unmap-io-range-from-ioreq-server.js';
import { xentrace } from './xentrace.js';

export const hypercalls: readonly Hypercall[] = [
  create_ioreq_server,
  get_ioreq_server_info,
  map_io_range_to_ioreq_server,
  map_mem_type_to_ioreq_server,
  set_ioreq_server_state,
  set_mem_type,
  get_mem_type,
  unmap_io_range_from_ioreq_server,
  destroy_ioreq_server,
  set_pci_intx_level,
  set_isa_irq_level,
  set_pci_link_route,
  inject_msi,
  inject_event,
  inject_trap,
  set_irq_level,
  pin_memory_cacheattr,
  nr_vcpus,
  remote_shutdown,
  set_param,
  get_param,
  set_evtchn_upcall_vector,
  flush_tlbs,
  pagetable_dying,
  get_time,
  xentrace,
  guest_request_vm_event,
  altp2m,
  track_dirty_vram,
  modified_memory,
  relocate_memory,
  acquire_resource,
  populate_physmap,
  increase_reservation,
  decrease_reservation,
  current_reservation,
  maximum_reservation,
  maximum_gpfn,
  set_pod_target,
  get_pod_target,
  add_to_physmap,
  add_to_physmap_batch,
  remove_from_physmap,
  access_op,
  createdomain,
  destroydomain,
  pausedomain,
  unpausedomain,
  resumedomain,
  getdomaininfo,
  max_mem,
  max_vcpus,
  set_target,
  sethvmcontext,
  shadow_op,
  iomem_permission,
  memory_mapping,
  alloc_unbound,
  bind_interdomain,
  bind_vcpu,
  send,
  unmask,
  status,
  close,
  reset,
  init_control,
  expand_array,
  set_priority,
];
