/** What the service knows of one page, asked anew whenever it may have become another. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { answerOf } from '../../../../src/client/answer-of.js';
import { api, type Answer } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive, type Live } from '../../live/use-live.js';
import { hostName } from '../../navigation.js';
import { hex } from './in-words.js';

export interface PageFacts {
  readonly walk: Answer<'getEptWalk'>;
  readonly page: Answer<'getP2mEntry'>;
  readonly write: Answer<'selectIoreqServer'>;
  readonly read: Answer<'selectIoreqServer'>;
}

const PAGE = 4096;
/** A pointer that moves on within so many milliseconds has not asked. */
const SETTLED = 120;

export function usePageFacts(
  domid: number,
  gfn: number | undefined,
  concerns: (entry: Entry) => boolean,
): Live<PageFacts | undefined> {
  const settled = useSettled(gfn);
  return useLive(
    (signal) => (settled === undefined ? Promise.resolve(undefined) : ask(domid, settled, signal)),
    concerns,
    [hostName.value, domid, settled],
  );
}

async function ask(domid: number, gfn: number, signal: AbortSignal): Promise<PageFacts> {
  const { GET } = api.value;
  const at = { params: { path: { domid, gfn: hex(gfn) } }, signal };
  const select = (dir: 'read' | 'write') => {
    const query = { type: 'memory', addr: hex(gfn * PAGE), dir } as const;
    const params = { path: { domid }, query };
    return answerOf(GET('/domains/{domid}/ioreq-server-select', { params, signal }));
  };
  const [walk, page, write, read] = await Promise.all([
    answerOf(GET('/domains/{domid}/ept/{gfn}', at)),
    answerOf(GET('/domains/{domid}/p2m/{gfn}', at)),
    select('write'),
    select('read'),
  ]);
  return { walk, page, write, read };
}

function useSettled(gfn: number | undefined): number | undefined {
  const settled = useSignal(gfn);
  useEffect(() => {
    const timer = setTimeout(() => (settled.value = gfn), SETTLED);
    return () => clearTimeout(timer);
  }, [gfn]);
  return settled.value;
}
