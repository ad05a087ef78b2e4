/**
 * One 8259 interrupt controller: requests, masks, priorities, and the words by which a guest
 * programs it.
 *
 * Reference: xen/arch/x86/hvm/vpic.c; Intel 8259A data sheet.
 */

const LINES = 8;
/** Line 2 of the master comes from the slave. */
const CASCADE = 1 << 2;

/** Initialisation command words, by what they are for; `state` of a controller that is not in it is 0. */
const ICW1 = { IS: 0x10, FOURTH: 0x01, SINGLE: 0x02 };
const AWAITS = { ICW2: 1, ICW3: 2, ICW4: 3, MASK: 3 };
const ICW4 = { FULLY_NESTED: 0x10, AUTO_EOI: 0x02 };
/** Operation command words. */
const OCW3 = { IS: 0x08, POLL: 0x04, READ_REGISTER: 0x02, SPECIAL_MASK: 0x40 };

export class Pic {
  requested = 0;
  inService = 0;
  masked = 0;
  /** Which lines are level-triggered. */
  levels = 0;
  /** Vector of its line 0. */
  base = 0;
  /** It asks to be served. */
  output = false;
  readonly #isMaster: boolean;
  readonly #onOutput: (output: boolean) => void;
  /** The line above the one of the highest priority. */
  #rotation = 0;
  #initialising = 0;
  #autoEoi = false;
  #rotatesOnAutoEoi = false;
  #specialMask = false;
  #fullyNested = false;
  #readsService = false;
  #polled = false;

  constructor(isMaster: boolean, onOutput: (output: boolean) => void) {
    this.#isMaster = isMaster;
    this.#onOutput = onOutput;
    this.reset();
  }

  reset(): void {
    this.requested = this.inService = this.masked = this.base = this.#rotation = 0;
    this.levels = this.#isMaster ? CASCADE : 0;
    this.output = this.#autoEoi = this.#rotatesOnAutoEoi = false;
    this.#specialMask = this.#fullyNested = this.#readsService = this.#polled = false;
    this.#initialising = 0;
  }

  raise(line: number): void {
    this.#setRequested(line, this.requested | (1 << line));
  }

  lower(line: number): void {
    this.#setRequested(line, this.requested & ~(1 << line));
  }

  /** The slave's output is line 2 of the master: whatever is masked, priorities are looked at. */
  cascade(output: boolean): void {
    this.requested = output ? this.requested | CASCADE : this.requested & ~CASCADE;
    this.#update();
  }

  /** The processor takes the line of the highest priority: its number. */
  acknowledge(): number | undefined {
    const line = this.#next();
    if (!this.output || line === undefined) return undefined;
    if ((this.levels & (1 << line)) === 0) this.requested &= ~(1 << line);
    if (!this.#autoEoi) this.inService |= 1 << line;
    else if (this.#rotatesOnAutoEoi) this.#rotation = (line + 1) & 7;
    this.#update();
    return line;
  }

  /** Whether the next read polls: it acknowledges instead. Reading asks once. */
  takePoll(): boolean {
    const polled = this.#polled;
    this.#polled = false;
    return polled;
  }

  readCommand(): number {
    return this.#readsService ? this.inService : this.requested;
  }

  writeCommand(byte: number): void {
    if ((byte & ICW1.IS) !== 0) this.#beginInitialisation(byte);
    else if ((byte & OCW3.IS) !== 0) this.#setMode(byte);
    else this.#endInterrupt(byte >>> 5, byte & 7);
    this.#update();
  }

  writeData(byte: number): void {
    const step = this.#initialising & AWAITS.MASK;
    if (step === 0) this.masked = byte;
    else this.#takeInitialisation(step, byte);
    this.#update();
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    const { requested, inService, masked, levels, base, output } = this;
    return {
      ...{ requested, inService, masked, levels, base, output },
      rotation: this.#rotation,
      initialising: this.#initialising,
      autoEoi: this.#autoEoi,
      rotatesOnAutoEoi: this.#rotatesOnAutoEoi,
      specialMask: this.#specialMask,
      fullyNested: this.#fullyNested,
      readsService: this.#readsService,
      polled: this.#polled,
    };
  }

  restore(saved: ReturnType<Pic['save']>): void {
    const { requested, inService, masked, levels, base, output } = saved;
    Object.assign(this, { requested, inService, masked, levels, base, output });
    this.#rotation = saved.rotation;
    this.#initialising = saved.initialising;
    this.#autoEoi = saved.autoEoi;
    this.#rotatesOnAutoEoi = saved.rotatesOnAutoEoi;
    this.#specialMask = saved.specialMask;
    this.#fullyNested = saved.fullyNested;
    this.#readsService = saved.readsService;
    this.#polled = saved.polled;
  }

  #setRequested(line: number, requested: number): void {
    this.requested = requested;
    if ((this.masked & (1 << line)) === 0) this.#update();
  }

  #beginInitialisation(byte: number): void {
    this.requested &= this.levels;
    this.masked = this.inService = this.#rotation = 0;
    this.#rotatesOnAutoEoi = this.#specialMask = this.#readsService = this.#polled = false;
    if ((byte & ICW1.FOURTH) === 0) this.#autoEoi = this.#fullyNested = false;
    this.#initialising = ((byte & (ICW1.FOURTH | ICW1.SINGLE)) << 2) | AWAITS.ICW2;
  }

  /** The words after the first; which of them come, the first has said. */
  #takeInitialisation(step: number, byte: number): void {
    if (step === AWAITS.ICW4) {
      this.#fullyNested = (byte & ICW4.FULLY_NESTED) !== 0;
      this.#autoEoi = (byte & ICW4.AUTO_EOI) !== 0;
      this.#initialising = 0;
      return;
    }
    if (step === AWAITS.ICW2) this.base = byte & 0xf8;
    const isSingle = (this.#initialising & (ICW1.SINGLE << 2)) !== 0;
    this.#initialising += step === AWAITS.ICW2 && isSingle ? 2 : 1;
    const isThirdDone = (this.#initialising & AWAITS.MASK) === AWAITS.ICW4;
    if (isThirdDone && (this.#initialising & (ICW1.FOURTH << 2)) === 0) this.#initialising = 0;
  }

  #setMode(byte: number): void {
    if ((byte & OCW3.POLL) !== 0) this.#polled = true;
    if ((byte & OCW3.READ_REGISTER) !== 0) this.#readsService = (byte & 1) !== 0;
    if ((byte & OCW3.SPECIAL_MASK) !== 0) this.#specialMask = (byte & 0x20) !== 0;
  }

  /** OCW2: bit 0 of the command ends an interrupt, bit 1 names the line, bit 2 rotates. */
  #endInterrupt(command: number, line: number): void {
    switch (command) {
      case 0:
      case 4:
        this.#rotatesOnAutoEoi = command === 4;
        return;
      case 6:
        this.#rotation = (line + 1) & 7;
        return;
      case 1:
      case 5: {
        const highest = this.#highest(
          this.#specialMask ? this.inService & ~this.masked : this.inService,
        );
        if (highest !== undefined) this.#end((highest + this.#rotation) & 7, command === 5);
        return;
      }
      case 3:
      case 7:
        this.#end(line, command === 7);
    }
  }

  #end(line: number, rotate: boolean): void {
    this.inService &= ~(1 << line);
    if (rotate) this.#rotation = (line + 1) & 7;
  }

  /** The requested line that is more urgent than what is in service. */
  #next(): number | undefined {
    const priority = this.#highest(this.requested & ~this.masked);
    if (priority === undefined) return undefined;
    const line = (priority + this.#rotation) & 7;
    let serving = this.inService;
    if (this.#fullyNested && this.#isMaster && 1 << line === CASCADE) serving &= ~CASCADE;
    if (this.#specialMask) serving &= ~this.masked;
    return priority < (this.#highest(serving) ?? LINES) ? line : undefined;
  }

  /** Priority of the most urgent of these lines, 0 the most urgent. */
  #highest(lines: number): number | undefined {
    for (let priority = 0; priority < LINES; priority++)
      if ((lines & (1 << ((priority + this.#rotation) & 7))) !== 0) return priority;
    return undefined;
  }

  #update(): void {
    const output = this.#initialising === 0 && this.#next() !== undefined;
    if (output === this.output) return;
    this.output = output;
    this.#onOutput(output);
  }
}
