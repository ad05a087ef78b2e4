/**
 * The shared info page where a guest has mapped it: which of its ports are pending, which it holds back,
 * and for each vcpu whether it is to look. What the guest writes there counts.
 *
 * Source: xen/include/public/xen.h, struct shared_info and struct vcpu_info, as a 64-bit guest has them.
 */

/** struct vcpu_info: 64 bytes for each of the first 32 vcpus. */
const VCPU_BYTES = 64;
const NR_VCPUS = 32;
const UPCALL_PENDING = 0;
const PENDING_SEL = 8;
const EVTCHN_PENDING = 0x800;
const EVTCHN_MASK = 0xa00;
/** Ports that the two-level ABI has. */
const NR_PORTS = 4096;
const PORTS_A_WORD = 64;

export class SharedInfo {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  isPending(port: number): boolean {
    return this.#bit(EVTCHN_PENDING, port);
  }

  isMasked(port: number): boolean {
    return this.#bit(EVTCHN_MASK, port);
  }

  setPending(port: number, isOn: boolean): void {
    this.#put(EVTCHN_PENDING, port, isOn);
  }

  setMasked(port: number, isOn: boolean): void {
    this.#put(EVTCHN_MASK, port, isOn);
  }

  isUpcallPending(vcpu: number): boolean {
    return vcpu < NR_VCPUS && this.#bytes[vcpu * VCPU_BYTES + UPCALL_PENDING] !== 0;
  }

  setUpcallPending(vcpu: number, isOn: boolean): void {
    if (vcpu < NR_VCPUS) this.#bytes[vcpu * VCPU_BYTES + UPCALL_PENDING] = Number(isOn);
  }

  /** The vcpu is to look at the word of pending bits that the port is in. */
  select(vcpu: number, port: number): void {
    if (vcpu < NR_VCPUS && port < NR_PORTS)
      this.#put(vcpu * VCPU_BYTES + PENDING_SEL, Math.floor(port / PORTS_A_WORD), true);
  }

  #bit(at: number, bit: number): boolean {
    return bit < NR_PORTS && (this.#bytes[at + (bit >> 3)]! & (1 << (bit & 7))) !== 0;
  }

  #put(at: number, bit: number, isOn: boolean): void {
    if (bit >= NR_PORTS) return;
    const byte = this.#bytes[at + (bit >> 3)]!;
    const mask = 1 << (bit & 7);
    this.#bytes[at + (bit >> 3)] = isOn ? byte | mask : byte & ~mask;
  }
}
