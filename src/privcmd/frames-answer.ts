/**
 * Where frames are to be found, for a shim that maps them: a file, and for each frame its page there or a negative errno.
 *
 *     u32 bytes of the path   u32 0   path, to a multiple of 8   i64 for each frame
 */

import { XenError, type Domain } from '../hypervisor/index.js';
import type { Answer } from './protocol.js';
import { SharedFile } from './shared-file.js';

const HEAD = 8;
const WORD = 8;

/** What finds a frame; a XenError of it is the frame's own. */
export type FindFrame = () => number;

/** EOPNOTSUPP: the domain keeps its memory to itself. */
export function framesAnswer(domain: Domain, finders: readonly FindFrame[]): Answer {
  const file = sharedFileOf(domain);
  const path = Buffer.from(file.path);
  const frames = HEAD + Math.ceil(path.length / WORD) * WORD;
  const body = Buffer.alloc(frames + finders.length * WORD);
  body.writeUInt32LE(path.length, 0);
  body.set(path, HEAD);
  for (const [index, find] of finders.entries())
    body.writeBigInt64LE(BigInt(placeOf(file, domain, find)), frames + index * WORD);
  return { result: 0, body };
}

export function sharedFileOf({ domid, storage }: Domain): SharedFile {
  if (storage instanceof SharedFile) return storage;
  throw new XenError('EOPNOTSUPP', `domain ${domid} was created without shared_memory`);
}

function placeOf(file: SharedFile, { machine }: Domain, find: FindFrame): number {
  try {
    const mfn = find();
    machine.writablePage(mfn);
    const place = file.handOut(mfn);
    if (place === undefined) throw new XenError('EINVAL', `frame ${mfn} is not the domain's own`);
    return place;
  } catch (error) {
    if (error instanceof XenError) return error.rc;
    throw error;
  }
}
