/** The struct that mapping and unmapping share (xen_dm_op_ioreq_server_range). */

import { struct } from '../wire/struct.js';
import { oneOf, pad, u16, u32, u64 } from '../wire/wire.js';

const RANGE_TYPES = { port: 0, memory: 1, pci: 2 };

export const ioRange = struct({
  id: u16('The server.'),
  pad: pad(2),
  type: oneOf(RANGE_TYPES, u32('What it is a range of.')),
  start: u64(
    'First port or guest-physical address; for PCI segment << 16 | bus << 8 | device << 3 | function.',
  ),
  end: u64('The last one, inclusive.'),
});
