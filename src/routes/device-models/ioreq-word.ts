/** A request to a device model, as JSON says it. */

import {
  ioreqDirName,
  ioreqTypeName,
  type Ioreq,
  type PendingRequest,
} from '../../hypervisor/index.js';
import { struct, type StructValue } from '../wire/struct.js';
import { bool, name } from '../wire/json-words.js';
import { hex53, u16, u32, u64 } from '../wire/wire.js';

const TYPES = ['pio', 'copy', 'pci_config', 'timeoffset', 'invalidate'] as const;

const request = {
  type: name(TYPES, 'What it asks for.'),
  dir: name(['read', 'write'], 'Which way, as the guest sees it.'),
  addr: hex53('Port or guest-physical address; for `pci_config` sbdf << 32 | register.'),
  data: u64('The value of a write; with `data_is_ptr` the guest-physical address of the values.'),
  size: u32('Bytes of one repetition.'),
  count: u32('Repetitions.'),
  df: bool('Repetitions run downwards.'),
  data_is_ptr: bool('`data` points at the values.'),
};

/** One that waits for an answer. */
export const pendingIoreq = struct({
  seq: u32("Counts the server's requests from 1."),
  vcpu: u16('Whose it is.'),
  ...request,
  vp_eport: u32('The event channel that tells the vcpu of the answer.'),
  delivery: u32('How often it has been handed out, this time included.'),
});

/** One from the buffered ring: nobody waits for an answer. */
export const bufferedIoreq = struct(request);

/** One that a guest access has sent, and to whom. */
export const sentIoreq = struct({
  ioservid: u16('To which server.'),
  ...request,
});

export const ioreqOf = ({ type, dir, addr, data, size, count, df, dataIsPtr }: Ioreq) => ({
  type: ioreqTypeName(type) ?? 'copy',
  dir: ioreqDirName(dir),
  addr,
  data,
  size,
  count,
  df,
  data_is_ptr: dataIsPtr,
});

export const pendingOf = ({
  seq,
  vcpu,
  delivery,
  ioreq,
}: PendingRequest): StructValue<typeof pendingIoreq.fields> => ({
  seq,
  vcpu,
  vp_eport: ioreq.vpEport,
  delivery,
  ...ioreqOf(ioreq), // last: fields behind a spread make a hidden class for each object
});
