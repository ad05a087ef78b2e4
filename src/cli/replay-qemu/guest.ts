/** The recorded guest: it does again what made the recorded requests come about, one after the other. */

import { BUFIOREQ_SLOTS } from '../../hypervisor/ioreq/bufioreq.js';
import { startAccess } from '../../hypervisor/access/access-guest.js';
import type { Access } from '../../hypervisor/access/access.js';
import type { AccessRequest } from '../../hypervisor/access/access-request.js';
import type { Domain } from '../../hypervisor/domain.js';
import { IOREQ_TYPE, gpa } from '../../hypervisor/index.js';
import type { World } from '../../routes/world/world.js';
import { accessFor, bufferedAccess } from './guest-access.js';
import type { GuestMove } from './guest-order.js';
import type { BufferedRecord, SlotRecord } from './recording.js';

/** A quadword takes two entries of the ring. */
const QUADWORD = 3;

/** Of port 0xcf8: enabled, bus, device, function and register; a byte of that is chosen by the port. */
const ADDRESS = 0x80ff_fffc;

export class Guest {
  readonly #domain: Domain;
  readonly #world: World;

  /** The last access of each vcpu, and vcpus that have told of an invalidation since. */
  readonly #last = new Map<number, Access>();
  readonly #toldBy = new Set<number>();

  constructor(domain: Domain, world: World) {
    this.#domain = domain;
    this.#world = world;
    world.listeners.add((event) => {
      if (event.type === 'ioreq' && this.#isInvalidate(event.ioservid, event.vcpu))
        this.#toldBy.add(event.vcpu);
    });
  }

  /** Begins it; the request is with the device model then. */
  begin(request: SlotRecord): Access {
    const access = accessFor(request);
    if (request.data_is_ptr && request.dir === 'write' && request.ptr_bytes !== undefined)
      this.#domain.ram.write(this.lowestOf(request), Buffer.from(request.ptr_bytes, 'hex'));
    if (request.type === 'pci_config') this.#latch(request);
    const last = this.#last.get(request.vcpu);
    const wasTold = this.#toldBy.delete(request.vcpu);
    if (access === undefined && wasTold && last !== undefined) return last;
    const begun = startAccess(this.#domain, access ?? this.#unasked(request));
    this.#last.set(request.vcpu, begun);
    return begun;
  }

  /** False if no vcpu is free for it; a vcpu that is not may be telling of an invalidation, though. */
  tryMove({ request, high }: GuestMove): boolean {
    if (request.call === 'bufioreq') {
      if (this.#freeVcpu === undefined || !this.hasRoom(request)) return false;
      this.write(request, high);
      return true;
    }
    const { vcpu, type } = request;
    const isTold = type === 'invalidate' && this.#toldBy.has(vcpu);
    if (this.#domain.vcpus[vcpu]?.access !== undefined && !isTold) return false;
    this.begin(request);
    return true;
  }

  /** Whether the ring takes it: the recorded guest had met one that was emptied meanwhile. */
  hasRoom({ sizelog }: BufferedRecord): boolean {
    const entries = sizelog === QUADWORD ? 2 : 1;
    return this.#domain.ioreqServers.inOrder.every(({ bufioreqPage: { view } }) => {
      if (view === undefined) return true;
      const used = (view.getUint32(4, true) - view.getUint32(0, true)) >>> 0;
      return used + entries < BUFIOREQ_SLOTS;
    });
  }

  write(record: BufferedRecord, high?: BufferedRecord): Access {
    return startAccess(this.#domain, bufferedAccess(record, this.#freeVcpu ?? 0, high));
  }

  get #freeVcpu(): number | undefined {
    return this.#domain.vcpus.find(({ access }) => access === undefined)?.id;
  }

  /** Undefined once `ms` are over. A domain that has shut down meanwhile does not see the answer. */
  async finished(access: Access, ms: number): Promise<Access | undefined> {
    const { shutdown } = this.#domain;
    const isDone = () =>
      access.settled || (shutdown.reason !== undefined && access.vcpu.blockedInXen === undefined);
    return this.#world.waiting.until(() => (isDone() ? access : undefined), { ms });
  }

  /** The bytes that a string read has brought. */
  bytesOf(request: SlotRecord): string {
    const length = request.size * request.count;
    return Buffer.from(this.#domain.ram.read(this.lowestOf(request), length)).toString('hex');
  }

  /** Where the first byte lies: a string that runs downwards begins at its end. */
  lowestOf({ data, size, count, df }: SlotRecord) {
    return gpa(Number(data) - (df ? size * (count - 1) : 0));
  }

  /** Where the recorded guest had left port 0xcf8 otherwise than by an access that was recorded. */
  #latch(request: SlotRecord): void {
    const latch = latchFor(request);
    const { pciCf8 } = this.#domain;
    if ((pciCf8 & ADDRESS) >>> 0 !== latch) this.#domain.pciCf8 = latch;
  }

  #isInvalidate(ioservid: number, vcpu: number): boolean {
    const { requests } = this.#domain.ioreqServers.get(ioservid, { domid: 0 });
    return requests
      .outstanding()
      .some((request) => request.vcpu === vcpu && request.ioreq.type === IOREQ_TYPE.invalidate);
  }

  /** Xen tells the device model before the vcpu goes on, whatever that is about to do. */
  #unasked({ vcpu }: SlotRecord): AccessRequest {
    const { [vcpu]: told } = this.#domain.vcpus;
    if (told !== undefined) told.mapcacheInvalidate = true;
    return { vcpu, kind: 'read', gpa: 0, size: 1 };
  }
}

function latchFor({ addr }: SlotRecord): number {
  const [sbdf, register] = [Math.floor(Number(addr) / 2 ** 32), Number(addr) % 2 ** 32];
  return (0x8000_0000 + sbdf * 0x100 + (register & 0xfc)) >>> 0;
}
