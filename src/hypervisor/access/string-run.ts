/**
 * Elements of a repeated movs or stos that the processor does in one go: those that lie in the
 * page of the first one. Nobody can tell from one by one, which is how hardware says it does them.
 *
 * Reference: SDM volume 1, 7.3.9.3 (fast-string operation).
 */

import { PAGE_SIZE } from '../abi/frames.js';
import type { Access } from './access.js';
import { putAt } from './guest-bytes.js';
import { translateLinear } from './guest-paging.js';
import type { Answer, Effect, Gla } from './instructions/effect.js';
import type { Stop } from './stop.js';
import { READ, throughEpt, WRITE } from './through-ept.js';

type RepetitionOf<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

interface Place {
  readonly mfn: number;
  readonly offset: number;
}

/** How many elements were done; `undefined`: go one by one. */
export function moveRun(access: Access, effect: RepetitionOf<'rep_movs'>): Answer | Stop {
  const { source, destination, bytes, backwards } = effect;
  const reps = Math.min(withinPage(source, effect), withinPage(destination, effect));
  if (reps < 2) return undefined;
  const from = locate(access, source, READ);
  if ('kind' in from) return from;
  const to = locate(access, destination, WRITE);
  if ('kind' in to) return to;

  const length = reps * bytes;
  if (from.mfn === to.mfn && Math.abs(from.offset - to.offset) < length) return undefined;
  const { machine } = access.domain;
  const down = backwards ? length - bytes : 0;
  const target = machine.writablePage(to.mfn);
  const origin = machine.page(from.mfn);
  const [first, low] = [from.offset - down, to.offset - down];
  if (origin === undefined) target.fill(0, low, low + length);
  else target.set(origin.subarray(first, first + length), low);
  return BigInt(reps);
}

export function storeRun(access: Access, effect: RepetitionOf<'rep_stos'>): Answer | Stop {
  const { destination, value, bytes, backwards } = effect;
  const reps = withinPage(destination, effect);
  if (reps < 2) return undefined;
  const to = locate(access, destination, WRITE);
  if ('kind' in to) return to;

  const target = access.domain.machine.writablePage(to.mfn);
  const low = to.offset - (backwards ? (reps - 1) * bytes : 0);
  for (let element = 0; element < reps; element++)
    putAt(target, low + element * bytes, bytes, value);
  return BigInt(reps);
}

/** Elements that lie wholly in the page of the first one, if that does. */
function withinPage(
  gla: Gla,
  { bytes, reps, backwards }: RepetitionOf<'rep_movs' | 'rep_stos'>,
): number {
  const offset = ((gla % PAGE_SIZE) + PAGE_SIZE) % PAGE_SIZE;
  if (offset + bytes > PAGE_SIZE) return 0;
  const room = backwards ? offset + bytes : PAGE_SIZE - offset;
  return Math.min(reps, Math.floor(room / bytes));
}

function locate(access: Access, gla: Gla, wanted: number): Place | Stop {
  const gpa = translateLinear(access, gla, wanted);
  if (typeof gpa === 'object') return gpa;
  const mfn = throughEpt(access, gpa, wanted, gla, 'translated');
  if (typeof mfn === 'object') return mfn;
  return { mfn, offset: gpa % PAGE_SIZE };
}
