/** How the host stands after a step: what the pictures are drawn from, asked of the service each time. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { apiOf, type Answer } from '../../api.js';
import type { Stretch } from './tour-step.js';

type Run = Answer<'listP2m'>['runs'][number];
type Level = Answer<'getEptWalk'>['levels'][number];

export interface Picture {
  readonly entryCount: number | undefined;
  readonly servers: readonly number[];
  /** Of the type ioreq_server. */
  readonly owner: number | undefined;
  readonly vcpu: Answer<'listVcpus'>['vcpus'][number] | undefined;
  readonly stretches: readonly DrawnStretch[];
}

export interface DrawnStretch extends Stretch {
  /** As Xen would answer now. */
  readonly runs: readonly Run[];
  /** Of the entry of the first page, which stands for the others: they are marked together. */
  readonly entryType: string;
  /** The entry that is marked for recalculation, on the way to that page: 0 is its own. */
  readonly markedLevel: number | undefined;
}

export async function loadPicture(
  host: string,
  stretches: readonly Stretch[],
  signal: AbortSignal,
): Promise<Picture> {
  const api = apiOf(host);
  const asked = { params: { path: { domid: 1 } }, signal };
  const [{ entry_count }, { ioreq_servers }, { vcpus }, drawn] = await Promise.all([
    answerOf(api.GET('/domains/{domid}', asked)),
    answerOf(api.GET('/domains/{domid}/ioreq-servers', asked)),
    answerOf(api.GET('/domains/{domid}/vcpus', asked)),
    Promise.all(stretches.map((stretch) => drawnOf(api, stretch, signal))),
  ]);
  return {
    entryCount: entry_count,
    servers: ioreq_servers.map(({ id }) => id).sort((a, b) => a - b),
    owner: ioreq_servers.find(({ owns_ioreq_server_pages }) => owns_ioreq_server_pages)?.id,
    vcpu: vcpus[0],
    stretches: drawn,
  };
}

async function drawnOf(
  api: ReturnType<typeof apiOf>,
  stretch: Stretch,
  signal: AbortSignal,
): Promise<DrawnStretch> {
  const gfn = `0x${stretch.first_gfn.toString(16)}`;
  const [{ runs }, { levels }] = await Promise.all([
    answerOf(
      api.GET('/domains/{domid}/p2m', {
        params: { path: { domid: 1 }, query: { first_gfn: gfn, nr: stretch.nr } },
        signal,
      }),
    ),
    answerOf(
      api.GET('/domains/{domid}/ept/{gfn}', { params: { path: { domid: 1, gfn } }, signal }),
    ),
  ]);
  return {
    ...stretch,
    runs,
    entryType: levels.at(-1)?.p2mt ?? 'mmio_dm',
    markedLevel: levels.find(isMarked)?.level,
  };
}

const isMarked = ({ recalc }: Level) => recalc;
