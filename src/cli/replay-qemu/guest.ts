/** The recorded guest: it does again what made the recorded requests come about, one after the other. */

import { startAccess } from '../../hypervisor/access/access-guest.js';
import type { Access } from '../../hypervisor/access/access.js';
import type { AccessRequest } from '../../hypervisor/access/access-request.js';
import type { Domain } from '../../hypervisor/domain.js';
import { gpa } from '../../hypervisor/index.js';
import type { World } from '../../routes/world.js';
import { accessFor, bufferedAccess } from './guest-access.js';
import type { BufferedRecord, SlotRecord } from './recording.js';

/** Of port 0xcf8: enabled, bus, device, function and register; a byte of that is chosen by the port. */
const ADDRESS = 0x80ff_fffc;

export class Guest {
  readonly #domain: Domain;
  readonly #world: World;

  constructor(domain: Domain, world: World) {
    this.#domain = domain;
    this.#world = world;
  }

  /** Begins it; the request is with the device model then. */
  begin(request: SlotRecord): Access {
    const access = accessFor(request);
    if (request.data_is_ptr && request.dir === 'write' && request.ptr_bytes !== undefined)
      this.#domain.ram.write(this.lowestOf(request), Buffer.from(request.ptr_bytes, 'hex'));
    if (request.type === 'pci_config') this.#latch(request);
    return startAccess(this.#domain, access ?? this.#unasked(request));
  }

  write(record: BufferedRecord, high?: bigint): Access {
    return startAccess(this.#domain, bufferedAccess(record, high));
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
