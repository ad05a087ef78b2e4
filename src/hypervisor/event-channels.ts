/**
 * One domain's event channel ports.
 *
 * Reference: xen/common/event_channel.c. A port that Xen itself listens on (an ioreq server's)
 * wakes a vcpu instead of becoming pending.
 */

import { XenError } from './abi/errno.js';
import { FREE, isInUse, type Channel } from './event-channel.js';
import type { SharedInfo } from './irq/shared-info.js';

const DOMID_SELF = 0x7ff0;
/** Xen makes ports by the bucket: those of a bucket exist, free, before they are given out. */
const PORTS_AT_ONCE = 64;

export interface EventChannelsContext {
  readonly domid: number;
  /** Ports above this one are never given out. */
  readonly maxPort: number;
  /** The ports of another domain; undefined: no such domain. */
  channelsOf(domid: number): EventChannels | undefined;
  /** A device model has notified a port on which Xen waits for a vcpu's sake. */
  wake(vcpu: number, port: number): void;
  /** The page in which the guest sees its ports, where it has one. */
  sharedInfo?(): SharedInfo | undefined;
  /** A port has become pending. */
  raised(port: number): void;
  /** A port is not pending any more. */
  cleared(port: number): void;
}

export class EventChannels {
  readonly #context: EventChannelsContext;
  readonly #channels: Channel[] = [{ ...FREE, state: 'reserved' }];
  closed = false;
  /** The guest has turned to the ABI of event arrays, which lie in pages of its own. */
  usesFifo = false;

  constructor(context: EventChannelsContext) {
    this.#context = context;
  }

  get domid(): number {
    return this.#context.domid;
  }

  /** EVTCHNOP_alloc_unbound, and with `xenVcpu` the port that Xen itself will wait on. */
  allocUnbound(remoteDomid: number, xenVcpu?: number): number {
    const port = this.#freePort();
    this.#channels[port] = {
      ...FREE,
      state: 'unbound',
      remoteDomid: remoteDomid === DOMID_SELF ? this.domid : remoteDomid,
      vcpu: xenVcpu ?? 0,
      xenConsumer: xenVcpu !== undefined,
    };
    return port;
  }

  /** EVTCHNOP_bind_interdomain: the new local port is pending at once, for what may have been lost. */
  bindInterdomain(remoteDomid: number, remotePort: number): number {
    const remote = this.#context.channelsOf(remoteDomid === DOMID_SELF ? this.domid : remoteDomid);
    if (remote === undefined) throw new XenError('ESRCH', `no domain ${remoteDomid}`);
    const port = this.#freePort();
    const peer = remote.#channels[remotePort];
    if (peer?.state !== 'unbound' || peer.remoteDomid !== this.domid)
      throw new XenError(
        'EINVAL',
        `port ${remotePort} of domain ${remote.domid} does not wait for domain ${this.domid}`,
      );

    const ends = { state: 'interdomain', remoteDomid: remote.domid, remotePort } as const;
    this.#channels[port] = { ...FREE, ...ends };
    Object.assign(peer, { state: 'interdomain', remoteDomid: this.domid, remotePort: port });
    this.#raise(port);
    return port;
  }

  /** EVTCHNOP_send. */
  send(port: number): void {
    const channel = this.#channel(port);
    if (channel.xenConsumer) throw new XenError('EINVAL', `port ${port} is Xen's own`);
    if (channel.state === 'interdomain') this.#peerOf(channel)?.arrive(channel.remotePort);
    else if (channel.state !== 'unbound')
      throw new XenError('EINVAL', `port ${port} is ${channel.state}`);
  }

  /** Xen notifies the other end of one of its own ports; lost while nobody has bound it. */
  notify(port: number): void {
    const channel = this.#channels[port];
    if (channel?.state === 'interdomain') this.#peerOf(channel)?.arrive(channel.remotePort);
  }

  /** The other end has sent: the port becomes pending, or what waits on Xen's behalf is woken. */
  arrive(port: number): void {
    const channel = this.#channels[port];
    if (channel?.xenConsumer === true) this.#context.wake(channel.vcpu, port);
    else this.#raise(port);
  }

  /** EVTCHNOP_close; with `byXen`, its own ports too. The other end goes back to unbound. */
  close(port: number, byXen = false): void {
    const channel = this.#channel(port);
    if (channel.xenConsumer && !byXen) throw new XenError('EINVAL', `port ${port} is Xen's own`);
    if (!isInUse(channel)) throw new XenError('EINVAL', `port ${port} is ${channel.state}`);
    if (channel.state === 'interdomain') {
      const peer = this.#peerOf(channel);
      if (peer !== undefined) peer.#unbind(channel.remotePort);
    }
    this.#channels[port] = { ...FREE };
    const page = this.#context.sharedInfo?.();
    page?.setPending(port, false);
    page?.setMasked(port, false);
  }

  /** EVTCHNOP_reset: every port but Xen's own is closed. */
  reset(): void {
    for (const [port, { xenConsumer }] of this.ports()) if (!xenConsumer) this.close(port);
    this.usesFifo = false;
  }

  /** EVTCHNOP_bind_vcpu. */
  bindVcpu(port: number, vcpu: number): void {
    const channel = this.#channel(port);
    if (channel.xenConsumer) throw new XenError('EINVAL', `port ${port} is Xen's own`);
    if (!isInUse(channel)) throw new XenError('EINVAL', `port ${port} is ${channel.state}`);
    channel.vcpu = vcpu;
  }

  /** The page is there from now on. */
  tellSharedInfo(page: SharedInfo): void {
    for (const [port, channel] of this.#channels.entries()) {
      if (!isInUse(channel)) continue;
      const { pending, masked, vcpu } = channel;
      page.setPending(port, pending);
      page.setMasked(port, masked);
      if (pending && !masked) page.select(vcpu, port);
    }
  }

  /** EVTCHNOP_unmask: an event that came while masked is raised now. */
  unmask(port: number): void {
    const channel = this.#channel(port);
    if (!channel.masked) return;
    channel.masked = false;
    this.#context.sharedInfo?.()?.setMasked(port, false);
    if (channel.pending) this.#context.raised(port);
  }

  mask(port: number): void {
    this.#channel(port).masked = true;
    this.#context.sharedInfo?.()?.setMasked(port, true);
  }

  /** The consumer has seen the event. */
  clearPending(port: number): void {
    this.#channel(port).pending = false;
    this.#context.sharedInfo?.()?.setPending(port, false);
    this.#context.cleared(port);
  }

  /** EVTCHNOP_status. */
  status(port: number): Readonly<Channel> {
    return this.#channel(port);
  }

  /** Every port in use. */
  *ports(): Generator<readonly [port: number, channel: Readonly<Channel>]> {
    for (const [port, channel] of this.#channels.entries())
      if (isInUse(channel)) yield [port, this.#asSeen(port, channel)];
  }

  /** The domain dies: every port is closed, and none is given out any more. */
  destroy(): void {
    for (const [port] of this.ports()) this.close(port, true);
    this.closed = true;
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    const { closed, usesFifo } = this;
    return { channels: this.#channels.map((channel) => ({ ...channel })), closed, usesFifo };
  }

  restore({ channels, closed, usesFifo }: ReturnType<EventChannels['save']>): void {
    this.usesFifo = usesFifo;
    this.#channels.splice(0, this.#channels.length, ...channels);
    this.closed = closed;
  }

  #freePort(): number {
    if (this.closed) throw new XenError('EINVAL', `domain ${this.domid} is dying`);
    const free = this.#channels.findIndex(({ state }) => state === 'free');
    const port = free < 0 ? this.#channels.length : free;
    if (port > this.#context.maxPort)
      throw new XenError('ENOSPC', `domain ${this.domid} has no port left of ${port}`);
    return port;
  }

  #channel(port: number): Channel {
    const channel = this.#channels[port];
    if (channel !== undefined) return this.#asSeen(port, channel);
    if (port < Math.ceil(this.#channels.length / PORTS_AT_ONCE) * PORTS_AT_ONCE) return { ...FREE };
    throw new XenError('EINVAL', `domain ${this.domid} has no port ${port}`);
  }

  /** What the guest has written into its page counts. */
  #asSeen(port: number, channel: Channel): Channel {
    const page = channel.xenConsumer ? undefined : this.#context.sharedInfo?.();
    if (page !== undefined && isInUse(channel)) {
      channel.pending = page.isPending(port);
      channel.masked = page.isMasked(port);
    }
    return channel;
  }

  /** The other end is gone; whoever had it may bind again. */
  #unbind(port: number): void {
    const channel = this.#channels[port];
    if (channel !== undefined) Object.assign(channel, { state: 'unbound', remotePort: 0 });
  }

  #peerOf(channel: Channel): EventChannels | undefined {
    return this.#context.channelsOf(channel.remoteDomid);
  }

  #raise(port: number): void {
    const channel = this.#channels[port];
    if (channel === undefined || this.#asSeen(port, channel).pending) return;
    channel.pending = true;
    this.#context.sharedInfo?.()?.setPending(port, true);
    if (!channel.masked) this.#context.raised(port);
  }
}
