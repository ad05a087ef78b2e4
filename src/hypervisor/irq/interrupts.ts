/**
 * All of a domain's interrupt hardware, and which interrupt a vcpu would take next.
 *
 * Reference: xen/arch/x86/hvm/irq.c, hvm_vcpu_has_pending_irq(), hvm_vcpu_ack_pending_irq(),
 * hvm_assert_evtchn_irq(); xen/arch/x86/hvm/vlapic.c, vlapic_ipi(), vlapic_adjust_i8259_target().
 */

import { LVT_MASKED } from './apic-registers.js';
import { lowestPriority } from './lowest-priority.js';
import type { Vcpu } from '../vcpu.js';
import { EventCallback } from './event-callback.js';
import { InterruptLines } from './interrupt-lines.js';
import { DELIVERY, IoApic, type Redirection } from './io-apic.js';
import { sendByCommand } from './inter-processor.js';
import { LocalApic } from './local-apic.js';
import type { Msi } from './msi.js';
import { Pics } from './pics.js';

/** Messages that are remembered. */
const MSIS_KEPT = 256;
/** Delivery mode and mask of LINT0: what the 8259s ask for goes through. */
const LINT0_EXTINT = DELIVERY.extint << 8;

/** Whose interrupts they are. */
export interface InterruptOwner {
  readonly vcpus: readonly Vcpu[];
  /** Not only local APICs. */
  readonly isWholePc: boolean;
  readonly needsIoApic: boolean;
  crash(why: string): void;
}

export type PendingInterrupt =
  | { readonly source: 'nmi' | 'pic' }
  /** Straight from Xen: `callback` past the local APIC, `lapic` out of it. */
  | { readonly source: 'callback' | 'lapic'; readonly vector: number };

export class Interrupts {
  /** One for each vcpu. */
  readonly apics: LocalApic[] = [];
  readonly ioApic: IoApic | undefined;
  readonly pics: Pics | undefined;
  readonly lines: InterruptLines;
  readonly callback: EventCallback;
  /** Messages injected, the newest last. */
  readonly msis: Msi[] = [];
  /** The pirq that messages without a vector are for. */
  msiPirq: number | undefined;
  readonly #owner: InterruptOwner;
  /** The vcpu that takes what the 8259s ask for. */
  #picTarget = 0;
  /** The last that was chosen for its low priority. */
  #lastChosen = 0;

  constructor(owner: InterruptOwner) {
    this.#owner = owner;
    this.addProcessors();
    if (owner.isWholePc) {
      this.pics = new Pics();
      this.ioApic = new IoApic({
        deliver: (redirection) => {
          this.#deliver(redirection);
        },
        isAsserted: (gsi) => this.lines.gsiCount(gsi) > 0,
        pin0Changed: () => {
          this.#retargetPics();
        },
      });
    }
    const { ioApic, pics } = this;
    this.lines = new InterruptLines({ ioApic, pics, needsIoApic: owner.needsIoApic });
    this.callback = new EventCallback(this.lines, owner.isWholePc);
    this.callback.asserted = owner.vcpus[0]?.upcallPending === true;
  }

  /** Vcpus may come when the rest is there already. */
  addProcessors(): void {
    for (const { id } of this.#owner.vcpus.slice(this.apics.length))
      this.apics.push(new LocalApic(id, this.#apicWiring()));
  }

  /** A processor that takes the message, in turn; undefined: none does. */
  lowestPriority(destination: number, isLogical: boolean): LocalApic | undefined {
    const chosen = lowestPriority(this.apics, this.#lastChosen, (apic) =>
      apic.answersTo(destination, isLogical),
    );
    if (chosen !== undefined) this.#lastChosen = chosen.vcpuId;
    return chosen;
  }

  remember(msi: Msi): void {
    this.msis.push(msi);
    if (this.msis.length > MSIS_KEPT) this.msis.shift();
  }

  /** Tell the guest of pending events, the way it has asked for; a vector of its own comes even without any. */
  assertEvents(vcpu: Vcpu): void {
    const apic = this.apics[vcpu.id];
    if (vcpu.upcallVector !== 0) {
      if (apic?.isEnabled === true) apic.request(vcpu.upcallVector, false);
    } else if (vcpu.id === 0 && this.callback.via.type !== 'vector')
      this.callback.setLevel(vcpu.upcallPending);
  }

  /** HVM_PARAM_CALLBACK_IRQ. */
  setCallback(value: bigint, tellAtOnce: boolean): void {
    if (!this.callback.set(value) || !tellAtOnce) return;
    for (const vcpu of this.#owner.vcpus) this.assertEvents(vcpu);
  }

  /** The guest has looked at its events: a wire that tells of none goes down. */
  eventsSeen(): void {
    if (this.#owner.vcpus[0]?.upcallPending === false) this.callback.setLevel(false);
  }

  /** What the vcpu would take next, if its flags and its task priority let it. */
  pendingFor(vcpu: Vcpu): PendingInterrupt | undefined {
    if (vcpu.nmiPending) return { source: 'nmi' };
    const { via } = this.callback;
    if (via.type === 'vector' && vcpu.upcallPending)
      return { source: 'callback', vector: via.vector };
    if (this.pics?.output === true && vcpu.id === this.#picTarget && this.#takesPics(vcpu.id))
      return { source: 'pic' };
    const vector = this.apics[vcpu.id]?.pending;
    return vector === undefined ? undefined : { source: 'lapic', vector };
  }

  /** Every controller as after power-on; the wires stay as they are. */
  reset(): void {
    for (const apic of this.apics) apic.reset();
    this.pics?.reset();
    this.ioApic?.reset();
    this.#retargetPics();
  }

  /** All that its parts do not hold themselves, as plain data: `restore` makes another like it. */
  save() {
    const { msis, msiPirq } = this;
    return { msis, msiPirq, picTarget: this.#picTarget, lastChosen: this.#lastChosen };
  }

  restore({ msis, msiPirq, picTarget, lastChosen }: ReturnType<Interrupts['save']>): void {
    this.msis.push(...msis);
    this.msiPirq = msiPirq;
    this.#picTarget = picTarget;
    this.#lastChosen = lastChosen;
  }

  #apicWiring() {
    return {
      send: (from: LocalApic, command: number, destination: number) => {
        sendByCommand(this, this.#owner, { from, command, destination });
      },
      endOfLevel: (vector: number) => this.ioApic?.endOfInterrupt(vector),
      enabled: (apic: LocalApic) => {
        const vcpu = this.#owner.vcpus[apic.vcpuId];
        if (vcpu?.upcallPending === true && vcpu.upcallVector !== 0) this.assertEvents(vcpu);
      },
      lint0Changed: () => {
        this.#retargetPics();
      },
    };
  }

  #deliver({ vector, delivery, destination, isLogical, isLevel }: Redirection): void {
    if (delivery === DELIVERY.lowest) {
      this.lowestPriority(destination, isLogical)?.request(vector, isLevel);
      return;
    }
    for (const apic of this.apics) {
      if (!apic.answersTo(destination, isLogical)) continue;
      const vcpu = this.#owner.vcpus[apic.vcpuId];
      if (delivery === DELIVERY.nmi && vcpu !== undefined) vcpu.nmiPending = true;
      if (delivery === DELIVERY.fixed && apic.isEnabled) apic.request(vector, isLevel);
    }
  }

  #retargetPics(): void {
    if (this.pics === undefined) return;
    this.#picTarget = Math.max(
      0,
      this.apics.findIndex(({ vcpuId }) => this.#takesPics(vcpuId)),
    );
  }

  /** By its own LINT0, or by the first pin of the I/O APIC. */
  #takesPics(vcpuId: number): boolean {
    const apic = this.apics[vcpuId]!;
    const pin0 = this.ioApic!.redirection(0);
    const byPin0 = pin0.delivery === DELIVERY.extint && !pin0.isMasked && apic.isEnabled;
    if (byPin0 && pin0.destination === apic.id) return true;
    return (apic.lint0 & (LVT_MASKED | 0x700)) === LINT0_EXTINT;
  }
}
