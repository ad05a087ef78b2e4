/** Every hypercall there is, in the order in which a device model lives: one line each. */

import type { Hypercall } from '../define-hypercall.js';
import { create_ioreq_server } from './create-ioreq-server.js';
import { destroy_ioreq_server } from './destroy-ioreq-server.js';
import { get_ioreq_server_info } from './get-ioreq-server-info.js';
import { shadow_op } from './domctl/shadow-op.js';
import { set_target } from './domctl/set-target.js';
import { alloc_unbound } from './evtchn/alloc-unbound.js';
import { bind_interdomain } from './evtchn/bind-interdomain.js';
import { close } from './evtchn/close.js';
import { send } from './evtchn/send.js';
import { status } from './evtchn/status.js';
import { unmask } from './evtchn/unmask.js';
import { get_mem_type } from './get-mem-type.js';
import { map_io_range_to_ioreq_server } from './map-io-range-to-ioreq-server.js';
import { map_mem_type_to_ioreq_server } from './map-mem-type-to-ioreq-server.js';
import { acquire_resource } from './memory/acquire-resource.js';
import { decrease_reservation } from './memory/decrease-reservation.js';
import { modified_memory } from './modified-memory.js';
import { set_ioreq_server_state } from './set-ioreq-server-state.js';
import { set_mem_type } from './set-mem-type.js';
import { track_dirty_vram } from './track-dirty-vram.js';
import { unmap_io_range_from_ioreq_server } from './unmap-io-range-from-ioreq-server.js';

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
  track_dirty_vram,
  modified_memory,
  acquire_resource,
  decrease_reservation,
  set_target,
  shadow_op,
  alloc_unbound,
  bind_interdomain,
  send,
  unmask,
  status,
  close,
];
