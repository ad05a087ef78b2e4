/** A request to a device model, in a snapshot. */

import { IOREQ_DIR, type IoreqDir } from '../abi/ioreq.js';
import { address, bits, flag, whole, type Field } from './field.js';

export const DIR = whole(IOREQ_DIR.read) as Field<IoreqDir>;

export const IOREQ_FIELDS = {
  type: whole(0xff),
  state: whole(0xf),
  dir: DIR,
  addr: address,
  data: bits(64),
  size: whole(0xffff_ffff),
  count: whole(0xffff_ffff),
  df: flag,
  dataIsPtr: flag,
  vpEport: whole(0xffff_ffff),
};
