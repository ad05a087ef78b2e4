/** A message-signalled interrupt: what its address and its data say. Source: SDM volume 3A, "Message Signalled Interrupts"; xen/arch/x86/hvm/irq.c, hvm_inject_msi(). */

export interface Msi {
  readonly addr: bigint;
  readonly data: number;
}

export interface MsiFields {
  /** 0: it is for a pirq, not for a local APIC. */
  readonly vector: number;
  readonly delivery: number;
  readonly isLevel: boolean;
  readonly destination: number;
  readonly isLogical: boolean;
  /** Physical interrupt that a paravirtual guest has bound to an event channel. */
  readonly pirq: number;
}

/** Nothing else of the address counts, not even whether it is a local APIC's. */
export function fieldsOf({ addr, data }: Msi): MsiFields {
  const low = Number(addr & 0xffff_ffffn);
  const destination = (low >>> 12) & 0xff;
  return {
    vector: data & 0xff,
    delivery: (data >>> 8) & 7,
    isLevel: (data & (1 << 15)) !== 0,
    destination,
    isLogical: (low & (1 << 2)) !== 0,
    pirq: Number((addr >> 32n) & 0xffff_ff00n) + destination,
  };
}
