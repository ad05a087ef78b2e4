/** What the service knows of one page, asked anew whenever it may have become another. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api, type Answer } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive, type Live } from '../../live/use-live.js';
import { hostName } from '../../navigation.js';
import { bothWays, type Selection } from '../../parts/both-ways.js';
import { hex } from './in-words.js';

export interface PageFacts {
  readonly walk: Answer<'getEptWalk'>;
  readonly accesses: readonly Selection[];
}

/** A pointer that moves on within so many milliseconds has not asked. */
const SETTLED = 120;

export function usePageFacts(
  domid: number,
  gfn: number | undefined,
  concerns: (entry: Entry) => boolean,
): Live<PageFacts | undefined> {
  const settled = useSignal(gfn);
  useEffect(() => {
    const timer = setTimeout(() => (settled.value = gfn), SETTLED);
    return () => clearTimeout(timer);
  }, [gfn]);
  return useLive((signal) => ask(domid, settled.value, signal), concerns, [
    hostName.value,
    domid,
    settled.value,
  ]);
}

async function ask(domid: number, gfn: number | undefined, signal: AbortSignal) {
  if (gfn === undefined) return undefined;
  const params = { path: { domid, gfn: hex(gfn) } };
  const [walk, accesses] = await Promise.all([
    answerOf(api.value.GET('/domains/{domid}/ept/{gfn}', { params, signal })),
    bothWays(domid, 'memory', hex(gfn * 4096), signal),
  ]);
  return { walk, accesses };
}
