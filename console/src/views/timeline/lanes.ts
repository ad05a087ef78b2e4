/** Who has a lane: the vcpus, Xen, and each ioreq server, from top to bottom. */

import type { Mark, TimelineModel } from './timeline-model.js';

export interface Lane {
  readonly key: string;
  readonly label: string;
}

const XEN: Lane = { key: 'xen', label: 'Xen' };

export const vcpuKey = (id: number) => `v${id}`;
export const serverKey = (id: number) => `s${id}`;

export function lanesOf({ vcpus, servers }: TimelineModel): Lane[] {
  const ids = (of: ReadonlySet<number>) => [...of].sort((a, b) => a - b);
  return [
    ...ids(vcpus).map((id) => ({ key: vcpuKey(id), label: `vcpu ${id}` })),
    XEN,
    ...ids(servers).map((id) => ({ key: serverKey(id), label: `server ${id}` })),
  ];
}

/** In whose lane a mark stands. */
export function laneOfMark(mark: Mark): string {
  if (mark.kind === 'bufioreq') return serverKey(mark.ioservid ?? 0);
  return mark.vcpu === undefined || mark.kind === 'hypercall' ? XEN.key : vcpuKey(mark.vcpu);
}
