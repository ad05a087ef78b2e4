/**
 * What is behind an open /dev/xen/evtchn: ports of its caller, each of which is told when it becomes pending, and is
 * masked until it is written back.
 *
 * Reference: drivers/xen/evtchn.c. A port that has been told is no more pending; what comes meanwhile is told once it
 * is unmasked.
 */

import { ERRNO, type EventChannels } from '../hypervisor/index.js';

/** Linux's own errno: the port is none of this file's. */
const ENOTCONN = 107;

/** IOCTL_EVTCHN_*, by the number that <xen/sys/evtchn.h> gives them. */
const COMMANDS: Readonly<Record<number, (device: EvtchnDevice, a: number, b: number) => number>> = {
  1: (device, domid, port) => device.bind((channels) => channels.bindInterdomain(domid, port)),
  2: (device, domid) => device.bind((channels) => channels.allocUnbound(domid)),
  3: (device, port) => device.unbind(port),
  4: (device, port) => device.notify(port),
  5: () => 0,
};

export class EvtchnDevice {
  readonly #channels: EventChannels;
  readonly #tell: (port: number) => void;
  readonly #ports = new Set<number>();

  constructor(channels: EventChannels, tell: (port: number) => void) {
    this.#channels = channels;
    this.#tell = tell;
  }

  /** What an ioctl returns; it may throw a XenError. */
  call(command: number, a: number, b: number): number {
    return COMMANDS[command]?.(this, a, b) ?? -ERRNO.EINVAL;
  }

  bind(make: (channels: EventChannels) => number): number {
    const port = make(this.#channels);
    this.#ports.add(port);
    if (this.#channels.status(port).pending) this.raised(port);
    return port;
  }

  unbind(port: number): number {
    if (!this.#ports.delete(port)) return -ENOTCONN;
    this.#channels.close(port);
    return 0;
  }

  notify(port: number): number {
    if (!this.#ports.has(port)) return -ENOTCONN;
    this.#channels.send(port);
    return 0;
  }

  /** A port of the caller's has become pending; it may be another device's. */
  raised(port: number): void {
    if (!this.#ports.has(port)) return;
    this.#channels.mask(port);
    this.#channels.clearPending(port);
    this.#tell(port);
  }

  /** The reader has seen what it was told of. */
  unmask(port: number): void {
    if (this.#ports.has(port)) this.#channels.unmask(port);
  }

  /** Its file is closed. */
  close(): void {
    if (!this.#channels.closed) for (const port of this.#ports) this.#channels.close(port);
    this.#ports.clear();
  }
}
