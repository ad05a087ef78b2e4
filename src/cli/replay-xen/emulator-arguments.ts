/**
 * What the second domain put into its DMOPs, of which the recording keeps only what came of them: numbers
 * that are wrong in no way that what came of them would not show.
 */

import type { Args } from './recording.js';

/** A server that is dom0's, and one that nobody has. */
const DOM0S = 0;
const NOBODYS = 7;
const RANGE = { type: 1, start: '0xe0000000', end: '0xe0000fff' };

export const EMULATOR_ARGUMENTS: Readonly<Record<string, Args>> = {
  'emulator:create_ioreq_server': { handle_bufioreq: 0 },
  'emulator:get_ioreq_server_info': { id: DOM0S, flags: 1 },
  'emulator:map_io_range_to_ioreq_server': { id: DOM0S, ...RANGE },
  'emulator:unmap_io_range_from_ioreq_server': { id: DOM0S, ...RANGE },
  'emulator:set_ioreq_server_state': { id: DOM0S, enabled: 1 },
  'emulator:destroy_ioreq_server': { id: NOBODYS },
  'emulator:track_dirty_vram': { nr_bufs: 1 },
  'emulator:set_pci_intx_level': { device: 1, intx: 0, level: 0 },
  'emulator:set_isa_irq_level': { isa_irq: 5, level: 0 },
  'emulator:set_pci_link_route': { link: 0, isa_irq: 5 },
  'emulator:modified_memory': { nr_bufs: 1 },
  'emulator:set_mem_type': { mem_type: 0, first_pfn: '0x410', nr: 1 },
  'emulator:inject_event': {
    vcpuid: 0,
    vector: 6,
    type: 3,
    insn_len: 0,
    error_code: 0xffff_ffff,
    cr2: 0,
  },
  'emulator:inject_msi': { addr: '0xfee00000', data: 0x31 },
  'emulator:map_mem_type_to_ioreq_server': { id: DOM0S, type: 4, flags: 2, opaque: 0 },
  'emulator:relocate_memory': { src: '0x420', dst: '0x870', size: 1 },
  'emulator:pin_memory_cacheattr': { start: '0x400', end: '0x40f', type: 6 },
  'emulator:set_irq_level': { irq: 5, level: 0 },
};
