/**
 * The I/O APIC: 48 pins, one for each global system interrupt, and where each is delivered.
 *
 * Reference: xen/arch/x86/hvm/vioapic.c, vioapic_irq_positive_edge(), vioapic_update_EOI(),
 * vioapic_write_redirent(); Intel 82093AA data sheet.
 */

export const PINS = 48;

/** Offsets in its page. */
const SELECT = 0x00;
const WINDOW = 0x10;

/** What SELECT may select. */
const REGISTER = { ID: 0, VERSION: 1, ARBITRATION: 2, FIRST_REDIRECTION: 0x10 };
const VERSION = 0x11 | ((PINS - 1) << 16);

/** Low word of a redirection entry. */
const ENTRY = {
  VECTOR: 0xff,
  LOGICAL: 1 << 11,
  DELIVERY_STATUS: 1 << 12,
  REMOTE_IRR: 1 << 14,
  LEVEL: 1 << 15,
  MASKED: 1 << 16,
};
const READ_ONLY = ENTRY.REMOTE_IRR | ENTRY.DELIVERY_STATUS;

/** As interrupt messages and redirection entries call them. */
export const DELIVERY = { fixed: 0, lowest: 1, smi: 2, nmi: 4, init: 5, extint: 7 } as const;

/** A redirection entry, taken apart. */
export interface Redirection {
  readonly vector: number;
  readonly delivery: number;
  readonly isLogical: boolean;
  readonly isLevel: boolean;
  readonly isMasked: boolean;
  /** Delivered as a level and not yet over. */
  readonly remoteIrr: boolean;
  readonly destination: number;
  readonly raw: bigint;
}

export interface IoApicWiring {
  deliver(redirection: Redirection): void;
  /** Whether anything holds the interrupt line up. */
  isAsserted(gsi: number): boolean;
  /** Whether its first pin passes on what the 8259s ask for may have changed. */
  pin0Changed(): void;
}

export class IoApic {
  readonly #wiring: IoApicWiring;
  readonly #low = new Uint32Array(PINS);
  readonly #high = new Uint32Array(PINS);
  #selected = 0;
  #id = 0;

  constructor(wiring: IoApicWiring) {
    this.#wiring = wiring;
    this.reset();
  }

  reset(): void {
    this.#low.fill(ENTRY.MASKED);
    this.#high.fill(0);
    this.#selected = 0;
    this.#id = 0;
  }

  redirection(pin: number): Redirection {
    const [low, high] = [this.#low[pin]!, this.#high[pin]!];
    return {
      vector: low & ENTRY.VECTOR,
      delivery: (low >>> 8) & 7,
      isLogical: (low & ENTRY.LOGICAL) !== 0,
      isLevel: (low & ENTRY.LEVEL) !== 0,
      isMasked: (low & ENTRY.MASKED) !== 0,
      remoteIrr: (low & ENTRY.REMOTE_IRR) !== 0,
      destination: high >>> 24,
      raw: (BigInt(high) << 32n) | BigInt(low),
    };
  }

  /** A line has gone up. */
  raise(gsi: number): void {
    const { isMasked, isLevel } = this.redirection(gsi);
    if (isMasked) return;
    if (isLevel) this.#deliverLevel(gsi);
    else this.#wiring.deliver(this.redirection(gsi));
  }

  /** A processor is done with the vector: a line that is still up interrupts again. */
  endOfInterrupt(vector: number): void {
    for (let pin = 0; pin < PINS; pin++) {
      if (this.redirection(pin).vector !== vector) continue;
      this.#change(pin, ENTRY.REMOTE_IRR, 0);
      const { isLevel, isMasked } = this.redirection(pin);
      if (isLevel && !isMasked && this.#wiring.isAsserted(pin)) this.#deliverLevel(pin);
    }
  }

  read(offset: number): number {
    if (offset === SELECT) return this.#selected;
    return offset === WINDOW ? this.#readSelected() : 0;
  }

  write(offset: number, value: number): void {
    if (offset === SELECT) this.#selected = value >>> 0;
    else if (offset === WINDOW) this.#writeSelected(value);
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    const { low, high } = { low: [...this.#low], high: [...this.#high] };
    return { low, high, selected: this.#selected, id: this.#id };
  }

  restore({ low, high, selected, id }: ReturnType<IoApic['save']>): void {
    this.#low.set(low);
    this.#high.set(high);
    this.#selected = selected;
    this.#id = id;
  }

  #readSelected(): number {
    const selected = this.#selected;
    if (selected === REGISTER.VERSION) return VERSION;
    if (selected === REGISTER.ID || selected === REGISTER.ARBITRATION) return this.#id << 24;
    const pin = pinOf(selected);
    return ((selected & 1) === 0 ? this.#low[pin] : this.#high[pin]) ?? 0;
  }

  #writeSelected(value: number): void {
    const selected = this.#selected;
    if (selected === REGISTER.ID) this.#id = (value >>> 24) & 0xf;
    if (selected < REGISTER.FIRST_REDIRECTION) return;
    const pin = pinOf(selected);
    if (pin >= PINS) return;
    if ((selected & 1) === 1) this.#high[pin] = value;
    else this.#low[pin] = (value & ~READ_ONLY) | (this.#low[pin]! & ENTRY.REMOTE_IRR);
    this.#rewired(pin);
  }

  /** An entry has been written: a level that is up may go out by it now. */
  #rewired(pin: number): void {
    const { isLevel, isMasked, remoteIrr } = this.redirection(pin);
    if (pin === 0) this.#wiring.pin0Changed();
    else if (!isLevel) this.#change(pin, ENTRY.REMOTE_IRR, 0);
    else if (!isMasked && !remoteIrr && this.#wiring.isAsserted(pin)) this.#deliverLevel(pin);
  }

  #deliverLevel(pin: number): void {
    if (this.redirection(pin).remoteIrr) return;
    this.#change(pin, 0, ENTRY.REMOTE_IRR);
    this.#wiring.deliver(this.redirection(pin));
  }

  #change(pin: number, clear: number, set: number): void {
    this.#low[pin] = (this.#low[pin]! & ~clear) | set;
  }
}

const pinOf = (selected: number): number => (selected - REGISTER.FIRST_REDIRECTION) >>> 1;
