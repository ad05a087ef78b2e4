/**
 * How a guest is told that event channels are pending: HVM_PARAM_CALLBACK_IRQ.
 *
 * Reference: xen/arch/x86/hvm/irq.c, hvm_set_callback_via(), hvm_set_callback_irq_level();
 * xen/include/public/hvm/params.h.
 */

import { PINS } from './io-apic.js';
import { ISA_LINES, type InterruptLines } from './interrupt-lines.js';

export type CallbackVia =
  | { readonly type: 'none' }
  | { readonly type: 'gsi'; readonly gsi: number }
  | { readonly type: 'pci_intx'; readonly device: number; readonly pin: number }
  /** Straight to every vcpu, past the interrupt controllers. */
  | { readonly type: 'vector'; readonly vector: number };

const NONE: CallbackVia = { type: 'none' };
/** Bits 63:56 of the parameter. */
const TYPE_SHIFT = 56n;

export class EventCallback {
  readonly #lines: InterruptLines;
  /** The domain has all that a line needs to reach a vcpu. */
  readonly #hasLines: boolean;
  via: CallbackVia = NONE;
  /** An event is pending for the first vcpu, whatever way it is told. */
  asserted = false;

  constructor(lines: InterruptLines, hasLines: boolean) {
    this.#lines = lines;
    this.#hasLines = hasLines;
  }

  /** What is pending moves to the new way at once. False: the domain has not what it takes. */
  set(value: bigint): boolean {
    const via = viaOf(value);
    if (via.type !== 'vector' && !this.#hasLines) return false;
    if (this.asserted) this.#lower();
    this.via = via;
    if (this.asserted) this.#raise();
    return true;
  }

  setLevel(asserted: boolean): void {
    if (this.asserted === asserted) return;
    this.asserted = asserted;
    if (asserted) this.#raise();
    else this.#lower();
  }

  /** Whether it is this, and no device, that holds the pin up. */
  holds(device: number, pin: number): boolean {
    const { via, asserted } = this;
    return asserted && via.type === 'pci_intx' && via.device === device && via.pin === pin;
  }

  #raise(): void {
    const { via } = this;
    if (via.type === 'gsi') this.#lines.raise(via.gsi, picLineOf(via.gsi));
    if (via.type === 'pci_intx') this.#lines.assertPin(via.device, via.pin);
  }

  #lower(): void {
    const { via } = this;
    if (via.type === 'gsi') this.#lines.lower(via.gsi, picLineOf(via.gsi));
    if (via.type === 'pci_intx') this.#lines.deassertPin(via.device, via.pin);
  }
}

function viaOf(value: bigint): CallbackVia {
  const low = Number(value & 0xffffn);
  switch (value >> TYPE_SHIFT) {
    case 0n: {
      const gsi = low & 0xff;
      return gsi === 0 || gsi >= PINS ? NONE : { type: 'gsi', gsi };
    }
    case 1n:
      return { type: 'pci_intx', device: (low >>> 11) & 31, pin: low & 3 };
    case 2n:
      return { type: 'vector', vector: low & 0xff };
    default:
      return NONE;
  }
}

const picLineOf = (gsi: number): number | undefined => (gsi < ISA_LINES ? gsi : undefined);
