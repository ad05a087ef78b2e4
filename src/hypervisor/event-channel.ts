/**
 * One port of a domain.
 *
 * Reference: xen/include/xen/sched.h, struct evtchn.
 */

export interface Channel {
  state: 'free' | 'reserved' | 'unbound' | 'interdomain';
  /** Unbound: who may bind. Interdomain: who has bound. */
  remoteDomid: number;
  remotePort: number;
  /** The vcpu that is told; on a port that Xen listens on, the vcpu that waits. */
  vcpu: number;
  xenConsumer: boolean;
  pending: boolean;
  masked: boolean;
}

export const FREE: Readonly<Channel> = {
  state: 'free',
  remoteDomid: 0,
  remotePort: 0,
  vcpu: 0,
  xenConsumer: false,
  pending: false,
  masked: false,
};

/** It has been given out. */
export const isInUse = ({ state }: Readonly<Channel>): boolean =>
  state !== 'free' && state !== 'reserved';
