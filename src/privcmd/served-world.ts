/** What the connections to one world share: whose event-channel ports are whose, and whether any device model is left. */

import type { HostEvent } from '../hypervisor/index.js';
import type { World } from '../routes/world/world.js';
import { EvtchnDevice } from './evtchn-device.js';
import { SharedFile } from './shared-file.js';

interface Device {
  readonly caller: number;
  readonly device: EvtchnDevice;
}

export class ServedWorld {
  readonly world: World;
  readonly #devices = new Map<number, Device>();
  #sessions = 0;
  #lastHandle = 0;
  #deaf: (() => void) | undefined;

  constructor(world: World) {
    this.world = world;
  }

  /** A session begins; gives the way to end it. */
  join(): () => void {
    this.#sessions++;
    return () => {
      this.#sessions--;
      if (this.#sessions === 0) this.#reclaim();
    };
  }

  /** An open evtchn device of a caller: its handle is how calls name it. */
  open(caller: number, tell: (port: number) => void): { handle: number; device: EvtchnDevice } {
    const device = new EvtchnDevice(this.world.host.caller(caller).eventChannels, tell);
    const handle = ++this.#lastHandle;
    this.#devices.set(handle, { caller, device });
    this.#deaf ??= this.world.listeners.add((event) => this.#hear(event));
    return { handle, device };
  }

  device(handle: number): EvtchnDevice | undefined {
    return this.#devices.get(handle)?.device;
  }

  close(handle: number): void {
    this.#devices.get(handle)?.device.close();
    this.#devices.delete(handle);
    if (this.#devices.size > 0) return;
    this.#deaf?.();
    this.#deaf = undefined;
  }

  #hear(event: HostEvent): void {
    if (event.type !== 'evtchn') return;
    for (const { caller, device } of this.#devices.values())
      if (caller === event.domid) device.raised(event.port);
  }

  #reclaim(): void {
    for (const { storage } of this.world.host.domains)
      if (storage instanceof SharedFile) storage.reclaim();
  }
}

const served = new WeakMap<World, ServedWorld>();

export function servedWorldOf(world: World): ServedWorld {
  const known = served.get(world) ?? new ServedWorld(world);
  served.set(world, known);
  return known;
}
