/** Limits, held against what there is. */

import { ProblemError, ownProblem, type OwnProblem } from '../problems/problem.js';

/** Throws where there are as many as there may be; names the limit as a flag does. */
export function requireRoom(
  problem: OwnProblem,
  flag: string,
  { are, most, what }: { readonly are: number; readonly most: number; readonly what: string },
): void {
  if (are < most) return;
  throw new ProblemError(ownProblem(problem, `${are} ${what}, and ${flag} is ${most}`));
}
