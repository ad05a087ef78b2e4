/** Who gets an address: asked for a write and for a read of a byte there. */

import { answerOf } from '../../../src/client/answer-of.js';
import { api, type Answer } from '../api.js';

export type Selection = Answer<'selectIoreqServer'>;
export type Space = Selection['type'];

const DIRS = ['write', 'read'] as const;

export const bothWays = (
  domid: number,
  type: Space,
  addr: string,
  signal: AbortSignal,
): Promise<readonly Selection[]> =>
  Promise.all(
    DIRS.map((dir) => {
      const params = { path: { domid }, query: { type, addr, dir, size: 1 } as const };
      return answerOf(api.value.GET('/domains/{domid}/ioreq-server-select', { params, signal }));
    }),
  );
