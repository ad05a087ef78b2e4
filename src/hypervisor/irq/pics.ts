/**
 * The two 8259s of a PC: 16 lines, the second eight through line 2 of the first.
 *
 * Reference: xen/arch/x86/hvm/vpic.c, vpic_irq_positive_edge(), vpic_intercept_pic_io(),
 * vpic_intercept_elcr_io().
 */

import { Pic } from './pic.js';

/** The line that the second controller has. */
export const CASCADE_LINE = 2;

const MASTER = 0x20;
const SLAVE = 0xa0;
/** Edge or level, of each controller. */
const LEVELS = 0x4d0;
/** Lines that may be level-triggered. */
const LEVEL_MASK = { master: 0xf8, slave: 0xde };

export class Pics {
  readonly master = new Pic(true, () => undefined);
  readonly slave = new Pic(false, (output) => {
    this.master.cascade(output);
  });

  /** A line goes up. */
  raise(irq: number): void {
    if (irq !== CASCADE_LINE) this.#of(irq).raise(irq & 7);
  }

  lower(irq: number): void {
    if (irq !== CASCADE_LINE) this.#of(irq).lower(irq & 7);
  }

  /** They ask a processor to take an interrupt. */
  get output(): boolean {
    return this.master.output;
  }

  /** The processor takes it: the vector. */
  acknowledge(): number | undefined {
    const irq = this.#takeLine();
    return irq === undefined ? undefined : this.#of(irq).base + (irq & 7);
  }

  reset(): void {
    this.master.reset();
    this.slave.reset();
  }

  readPort(port: number): number {
    if (port === LEVELS) return this.master.levels & LEVEL_MASK.master;
    if (port === LEVELS + 1) return this.slave.levels & LEVEL_MASK.slave;
    const pic = port < SLAVE ? this.master : this.slave;
    if (pic.takePoll()) return (pic === this.master ? this.#takeLine() : pic.acknowledge()) ?? 0xff;
    return port === MASTER || port === SLAVE ? pic.readCommand() : pic.masked;
  }

  writePort(port: number, byte: number): void {
    if (port === LEVELS) this.master.levels = (byte & LEVEL_MASK.master) | (1 << CASCADE_LINE);
    else if (port === LEVELS + 1) this.slave.levels = byte & LEVEL_MASK.slave;
    else if (port === MASTER || port === SLAVE)
      (port === MASTER ? this.master : this.slave).writeCommand(byte);
    else (port < SLAVE ? this.master : this.slave).writeData(byte);
  }

  #of(irq: number): Pic {
    return irq < 8 ? this.master : this.slave;
  }

  /** 0 to 15. */
  #takeLine(): number | undefined {
    const line = this.master.acknowledge();
    if (line !== CASCADE_LINE) return line;
    const slaveLine = this.slave.acknowledge();
    return slaveLine === undefined ? undefined : 8 + slaveLine;
  }
}
