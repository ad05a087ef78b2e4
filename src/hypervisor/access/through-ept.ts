/** One guest-physical access of the processor: the frame behind it, or the exit that it causes. */

import { PAGE_SIZE } from '../abi/frames.js';
import { EptWalk, TRANSLATION, walkEpt } from '../ept/ept-walk.js';
import { qualificationOf, type LinearAddressKind } from '../ept/exit-qualification.js';
import type { Access } from './access.js';
import type { Gla } from './instructions/effect.js';
import { recordWalk } from './record-walk.js';
import type { Stop } from './stop.js';

/** Kinds of access, as in a mask of permissions. */
export const READ = 0b001;
export const WRITE = 0b010;
export const FETCH = 0b100;

/** The registers of the walk hardware: every walk uses them anew. */
const hardwareWalk = new EptWalk();

export function throughEpt(
  { domain, recorder, hasGla }: Access,
  gpa: number,
  wanted: number,
  gla: Gla,
  kind: Exclude<LinearAddressKind, 'none'>,
): number | Stop {
  const gfn = Math.floor(gpa / PAGE_SIZE);
  const { tables } = domain.p2m;
  const translation = walkEpt(tables, gfn, wanted, hardwareWalk);
  if (recorder) recordWalk(recorder, tables, gfn);
  if (translation === TRANSLATION.hit) {
    const mfn = hardwareWalk.mfnOf(gfn);
    recorder?.record('hit', 0, gpa, mfn);
    return mfn;
  }
  if (translation === TRANSLATION.misconfig) return { kind: 'EPT_MISCONFIG', gpa };
  const qualification = qualificationOf(wanted, hardwareWalk.permissions, hasGla ? kind : 'none');
  return { kind: 'EPT_VIOLATION', gpa, qualification, gla };
}
