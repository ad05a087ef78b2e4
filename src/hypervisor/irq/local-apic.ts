/**
 * A vcpu's local APIC: which vectors are requested and in service, whom it answers to, and the
 * registers by which the guest sees to it. Its timer stands still.
 *
 * Reference: xen/arch/x86/hvm/vlapic.c; SDM volume 3A, "Advanced Programmable Interrupt Controller".
 */

import { APIC, LVT_MASKED, REGISTERS, RESET } from './apic-registers.js';
import { VectorSet } from './vector-set.js';

/** Vectors below this one are exceptions; no interrupt may have them. */
export const FIRST_VECTOR = 16;
const APIC_ENABLED = 0x100;
const DFR_FLAT = 0xffff_ffff;
const DFR_CLUSTER = 0x0fff_ffff;
const BROADCAST = 0xff;

const ERROR = { SEND_ILLEGAL: 1 << 5, RECEIVE_ILLEGAL: 1 << 6 };
/** Modes of the local vector table's timer in which its counter is the guest's to set. */
const TIMER_MODE = 0x6_0000;
const TSC_DEADLINE = 0x4_0000;

/** What lies around it. */
export interface ApicWiring {
  /** The guest sends an interrupt to other processors, or to itself. */
  send(from: LocalApic, command: number, destination: number): void;
  /** A level-triggered interrupt is over. */
  endOfLevel(vector: number): void;
  /** It takes interrupts from now on. */
  enabled(apic: LocalApic): void;
  /** Whether it passes on what the 8259s ask for may have changed. */
  lint0Changed(): void;
}

export class LocalApic {
  readonly vcpuId: number;
  readonly requested = new VectorSet();
  readonly inService = new VectorSet();
  readonly level = new VectorSet();
  readonly #wiring: ApicWiring;
  readonly #registers = new Uint32Array(64);

  constructor(vcpuId: number, wiring: ApicWiring) {
    this.vcpuId = vcpuId;
    this.#wiring = wiring;
    this.reset();
  }

  /** As after power-on: there, but disabled by software. */
  reset(): void {
    for (const vectors of [this.requested, this.inService, this.level]) vectors.clear();
    this.#registers.fill(0);
    for (const [register, value] of RESET) this.#set(register, value);
    this.#set(APIC.ID, this.vcpuId * 2 * 2 ** 24);
  }

  /** By which physical destinations name it. */
  get id(): number {
    return this.#get(APIC.ID) >>> 24;
  }

  get isEnabled(): boolean {
    return (this.spurious & APIC_ENABLED) !== 0;
  }

  get spurious(): number {
    return this.#get(APIC.SPURIOUS);
  }

  get taskPriority(): number {
    return this.#get(APIC.TASK_PRIORITY);
  }

  get lint0(): number {
    return this.#get(APIC.LINT0);
  }

  /** Whether an interrupt for that destination is for this processor too. */
  answersTo(destination: number, isLogical: boolean): boolean {
    if (!isLogical) return destination === BROADCAST || destination === this.id;
    const logicalId = this.#get(APIC.LOGICAL) >>> 24;
    const common = logicalId & destination;
    switch (this.#get(APIC.DESTINATION_FORMAT)) {
      case DFR_FLAT:
        return common !== 0;
      case DFR_CLUSTER:
        return logicalId >>> 4 === destination >>> 4 && (common & 0xf) !== 0;
      default:
        return false;
    }
  }

  /** An interrupt arrives, from wherever. */
  request(vector: number, isLevel: boolean): void {
    if (vector < FIRST_VECTOR) {
      this.#error(ERROR.RECEIVE_ILLEGAL);
      return;
    }
    if (isLevel) this.level.add(vector);
    else this.level.delete(vector);
    this.requested.add(vector);
  }

  /** The guest has tried to send an interrupt that cannot be. */
  sentIllegal(): void {
    this.#error(ERROR.SEND_ILLEGAL);
  }

  /** What is in service, and what the guest has set, hold back interrupts up to this class. */
  get priority(): number {
    const service = (this.inService.highest ?? 0) & 0xf0;
    return (this.taskPriority & 0xf0) >= service ? this.taskPriority : service;
  }

  /** The vector that would be next, were the guest to take interrupts of its class. */
  get pending(): number | undefined {
    const next = this.isEnabled ? this.requested.highest : undefined;
    const service = this.inService.highest;
    if (next === undefined || service === undefined) return next;
    return (next & 0xf0) > (service & 0xf0) ? next : undefined;
  }

  /** The guest's task priority holds the vector back. */
  holdsBack(vector: number): boolean {
    return this.taskPriority >>> 4 >= vector >>> 4;
  }

  /** The guest takes the interrupt. */
  acknowledge(vector: number): void {
    this.inService.add(vector);
    this.requested.delete(vector);
  }

  /** The guest has written to a register; most have bits that do not take. */
  write(register: number, value: number): void {
    const written = REGISTERS.get(register)?.(value);
    switch (register) {
      case APIC.EOI:
        this.#endOfInterrupt();
        return;
      case APIC.COMMAND:
        this.#wiring.send(this, written! >>> 0, this.#get(APIC.DESTINATION) >>> 24);
        break;
      case APIC.TIMER_INITIAL:
        if ((this.#get(APIC.TIMER) & TSC_DEADLINE) !== 0) return;
        break;
      case APIC.TIMER:
        if (((this.#get(APIC.TIMER) ^ value) & TSC_DEADLINE) !== 0)
          this.#set(APIC.TIMER_INITIAL, 0);
        break;
    }
    if (written === undefined) return;
    const isLocalVector = register >= APIC.TIMER && register <= APIC.ERROR_VECTOR;
    this.#set(register, isLocalVector && !this.isEnabled ? written | LVT_MASKED : written);
    if (register === APIC.SPURIOUS) this.#switched();
    if (register === APIC.LINT0) this.#wiring.lint0Changed();
  }

  read(register: number): number {
    const index = (register >>> 4) & 7;
    if (register >= APIC.IN_SERVICE && register < APIC.LEVEL) return this.inService.word(index);
    if (register >= APIC.LEVEL && register < APIC.REQUESTED) return this.level.word(index);
    if (register >= APIC.REQUESTED && register < APIC.ERROR) return this.requested.word(index);
    if (register === APIC.PROCESSOR_PRIORITY) return this.priority;
    if (register !== APIC.TIMER_CURRENT) return this.#get(register);
    return (this.#get(APIC.TIMER) & TIMER_MODE) < TSC_DEADLINE ? this.#get(APIC.TIMER_INITIAL) : 0;
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return {
      requested: this.requested.save(),
      inService: this.inService.save(),
      level: this.level.save(),
      registers: [...this.#registers],
    };
  }

  restore({ requested, inService, level, registers }: ReturnType<LocalApic['save']>): void {
    this.requested.restore(requested);
    this.inService.restore(inService);
    this.level.restore(level);
    this.#registers.set(registers);
  }

  #error(bit: number): void {
    const before = this.#get(APIC.ERROR);
    if ((before & bit) !== 0) return;
    const vector = this.#get(APIC.ERROR_VECTOR) & 0xff;
    const isTold = (this.#get(APIC.ERROR_VECTOR) & LVT_MASKED) === 0;
    const isLegal = vector >= FIRST_VECTOR;
    this.#set(APIC.ERROR, before | bit | (isTold && !isLegal ? ERROR.RECEIVE_ILLEGAL : 0));
    if (isTold && isLegal) this.request(vector, false);
  }

  #endOfInterrupt(): void {
    const vector = this.inService.highest;
    if (vector === undefined) return;
    this.inService.delete(vector);
    if (this.level.has(vector)) this.#wiring.endOfLevel(vector);
  }

  /** Enabled or disabled by software; what is disabled has its local vectors masked. */
  #switched(): void {
    if (this.isEnabled) {
      this.#wiring.enabled(this);
      return;
    }
    for (let entry: number = APIC.TIMER; entry <= APIC.ERROR_VECTOR; entry += 0x10)
      this.#set(entry, this.#get(entry) | LVT_MASKED);
  }

  #get(register: number): number {
    return this.#registers[register >>> 4]!;
  }

  #set(register: number, value: number): void {
    this.#registers[register >>> 4] = value;
  }
}
