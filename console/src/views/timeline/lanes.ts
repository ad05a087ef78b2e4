/** Who has a lane: the vcpus, Xen, and each ioreq server, from top to bottom. */

import type { Mark, TimelineModel } from './timeline-model.js';

export interface Lane {
  readonly key: string;
  readonly label: string;
}

const XEN: Lane = { key: 'xen', label: 'Xen' };

export const vcpuKey = (id: number) => `v${id}`;
export const serverKey = (id: number) => `s${id}`;

/** Of vcpus those that did anything; servers also while they wait for the first request. */
export function lanesOf(model: TimelineModel, servers: readonly { readonly id: number }[]): Lane[] {
  const ids = (of: ReadonlySet<number>) => [...of].sort((a, b) => a - b);
  const served = new Set([...model.servers, ...servers.map(({ id }) => id)]);
  return [
    ...ids(model.vcpus).map((id) => ({ key: vcpuKey(id), label: `vcpu ${id}` })),
    XEN,
    ...ids(served).map((id) => ({ key: serverKey(id), label: `server ${id}` })),
  ];
}

/** In whose lane a mark stands. */
export function laneOfMark(mark: Mark): string {
  if (mark.kind === 'bufioreq') return serverKey(mark.ioservid ?? 0);
  return mark.vcpu === undefined || mark.kind === 'hypercall' ? XEN.key : vcpuKey(mark.vcpu);
}
