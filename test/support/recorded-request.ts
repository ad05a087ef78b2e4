/** A request as recordings of QEMU have it. */

import type { BufferedRecord, SlotRecord } from '../../src/cli/replay-qemu/recording.js';

export const recordedRequest = (differences: Partial<SlotRecord> = {}): SlotRecord => ({
  call: 'ioreq',
  seq: 1,
  vcpu: 0,
  port: 18,
  type: 'pio',
  typenr: 0,
  dir: 'read',
  addr: '0x60',
  size: 1,
  count: 1,
  df: 0,
  data_is_ptr: 0,
  data: '0x0',
  vp_eport: 3,
  ...differences,
});

export const recordedWrite = (differences: Partial<BufferedRecord> = {}): BufferedRecord => ({
  call: 'bufioreq',
  seq: 1,
  type: 'copy',
  dir: 'write',
  sizelog: 0,
  addr: '0xa0000',
  data: '0x41',
  ...differences,
});
