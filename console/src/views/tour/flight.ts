/** Which way the guest's accesses of a step took, read off the answers. */

import { exitName } from '../../parts/exit-names.js';
import type { Answered } from './holds.js';
import type { TourCall } from './tour-step.js';

/** From one to the next, by what. */
export interface Leg {
  readonly from: string;
  readonly by: string;
  readonly to: string;
}

/** Of the answer of a guest access. */
interface Access {
  readonly outcome: string;
  readonly vcpu: number;
  readonly data: string | null;
  readonly exits: readonly { readonly reason: string }[];
  readonly ioreqs: readonly {
    readonly ioservid: number;
    readonly dir: string;
    readonly data: string;
  }[];
}

const ACCESS = /^(GET|POST) .*\/guest-access/;
/** Undefined: the call is no guest access, or the answer none of one. */
export function flightOf({ call, body }: TourCall, { answer }: Answered): Leg[] | undefined {
  const { outcome, vcpu, data, exits, ioreqs } = answer as Partial<Access>;
  if (!ACCESS.test(call) || exits === undefined || ioreqs === undefined) return undefined;
  const guest = `vcpu ${vcpu ?? 0}`;
  const what = data === null || data === undefined ? wordsOf(body) : `read ${data}`;
  const [exit] = exits;
  if (exit === undefined) return [{ from: guest, by: `${what}, no exit`, to: 'RAM' }];

  const out = { from: guest, by: exitName(exit.reason), to: 'Xen' };
  const [ioreq] = ioreqs;
  if (ioreq === undefined) return [out, { from: 'Xen', by: what, to: 'RAM' }];
  const server = `server ${ioreq.ioservid}`;
  if (outcome === 'pending')
    return [out, { from: 'Xen', by: `request: ${ioreq.dir} ${ioreq.data}`, to: server }];
  return [
    { from: server, by: 'answer', to: 'Xen' },
    { from: 'Xen', by: 'VM entry', to: guest },
  ];
}

function wordsOf(body: object = {}): string {
  const { kind = '', data = '' } = body as { kind?: string; data?: string };
  return `${kind} ${data}`.trim();
}
