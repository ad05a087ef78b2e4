/**
 * The interrupt wires of a PC: INTx pins of PCI devices, ISA lines, and the router that ties pins
 * to lines. Several wires may hold a global system interrupt (GSI) up; it goes up with the first
 * and down with the last.
 *
 * Reference: xen/arch/x86/hvm/irq.c. A domain that has no 8259s would have Xen overwrite what lies
 * in front of them: what would come to that is refused before anything has changed.
 */

import { XenBug } from '../abi/xen-bug.js';
import { PINS, type IoApic } from './io-apic.js';
import { CASCADE_LINE, type Pics } from './pics.js';

export const ISA_LINES = 16;
export const PCI_DEVICES = 32;
export const PCI_PINS = 4;
export const PCI_LINKS = 4;

/** GSIs of PCI pins come after those of the ISA lines. */
const FIRST_PCI_GSI = 16;

/** What the wires end at; a domain with local APICs only has neither. */
export interface InterruptControllers {
  readonly ioApic: IoApic | undefined;
  readonly pics: Pics | undefined;
  /** A GSI that goes up without an I/O APIC is an access through a null pointer. */
  readonly needsIoApic: boolean;
}

export class InterruptLines {
  readonly #controllers: InterruptControllers;
  /** Bit `pin` of each device. */
  readonly #pins = new Uint8Array(PCI_DEVICES);
  readonly #routes = new Uint8Array(PCI_LINKS);
  readonly #linkCounts = new Uint8Array(PCI_LINKS);
  readonly #gsiCounts = new Uint8Array(PINS);
  #isaLines = 0;

  constructor(controllers: InterruptControllers) {
    this.#controllers = controllers;
  }

  isPinAsserted(device: number, pin: number): boolean {
    return (this.#pins[device]! & (1 << pin)) !== 0;
  }

  isIsaAsserted(line: number): boolean {
    return (this.#isaLines & (1 << line)) !== 0;
  }

  /** The ISA line that a link is routed to; 0: none. */
  routeOf(link: number): number {
    return this.#routes[link]!;
  }

  /** How many pins hold the link up. */
  linkCount(link: number): number {
    return this.#linkCounts[link]!;
  }

  /** How many wires hold the GSI up. */
  gsiCount(gsi: number): number {
    return this.#gsiCounts[gsi]!;
  }

  assertPin(device: number, pin: number): void {
    if (this.isPinAsserted(device, pin)) return;
    const [gsi, link] = [gsiOfPin(device, pin), linkOfPin(device, pin)];
    const line = this.routeOf(link);
    const raisesLine = this.linkCount(link) === 0 && line !== 0;
    this.#check(gsi, raisesLine ? line : undefined, line);

    this.#pins[device] = this.#pins[device]! | (1 << pin);
    this.raise(gsi);
    this.#linkCounts[link] = this.linkCount(link) + 1;
    if (raisesLine) this.raise(line, line);
  }

  deassertPin(device: number, pin: number): void {
    if (!this.isPinAsserted(device, pin)) return;
    const [gsi, link] = [gsiOfPin(device, pin), linkOfPin(device, pin)];
    const line = this.routeOf(link);
    this.#pins[device] = this.#pins[device]! & ~(1 << pin);
    this.lower(gsi);
    this.#linkCounts[link] = this.linkCount(link) - 1;
    if (this.linkCount(link) === 0 && line !== 0) this.lower(line, line);
  }

  assertIsa(line: number): void {
    if (this.isIsaAsserted(line)) return;
    const gsi = gsiOfIsa(line);
    this.#check(gsi, line);
    this.#isaLines |= 1 << line;
    this.raise(gsi, line);
  }

  deassertIsa(line: number): void {
    if (!this.isIsaAsserted(line)) return;
    this.#isaLines &= ~(1 << line);
    this.lower(gsiOfIsa(line), line);
  }

  /** What holds the link up moves to the other line at once. */
  route(link: number, line: number): void {
    const before = this.routeOf(link);
    if (before === line) return;
    const isUp = this.linkCount(link) > 0;
    if (isUp && line !== 0) this.#check(line, line);
    this.#routes[link] = line;
    if (!isUp) return;
    if (before !== 0) this.lower(before, before);
    if (line !== 0) this.raise(line, line);
  }

  /** One more wire holds the GSI up, which is also that line of the 8259s. */
  raise(gsi: number, picLine?: number): void {
    this.#gsiCounts[gsi] = this.gsiCount(gsi) + 1;
    if (this.gsiCount(gsi) > 1) return;
    this.#controllers.ioApic?.raise(gsi);
    if (picLine !== undefined) this.#controllers.pics?.raise(picLine);
  }

  lower(gsi: number, picLine?: number): void {
    this.#gsiCounts[gsi] = this.gsiCount(gsi) - 1;
    if (this.gsiCount(gsi) === 0 && picLine !== undefined) this.#controllers.pics?.lower(picLine);
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return {
      pins: [...this.#pins],
      routes: [...this.#routes],
      linkCounts: [...this.#linkCounts],
      gsiCounts: [...this.#gsiCounts],
      isaLines: this.#isaLines,
    };
  }

  restore(saved: ReturnType<InterruptLines['save']>): void {
    this.#pins.set(saved.pins);
    this.#routes.set(saved.routes);
    this.#linkCounts.set(saved.linkCounts);
    this.#gsiCounts.set(saved.gsiCounts);
    this.#isaLines = saved.isaLines;
  }

  /** Refuse what would take a real host down. */
  #check(gsi: number, picLine: number | undefined, picGsi = gsi): void {
    const { ioApic, pics, needsIoApic } = this.#controllers;
    if (ioApic === undefined && needsIoApic && this.gsiCount(gsi) === 0)
      throw new XenBug(`GSI ${gsi} goes up in a domain without an I/O APIC`);
    if (pics !== undefined || picLine === undefined || picLine === CASCADE_LINE) return;
    if (this.gsiCount(picGsi) === 0)
      throw new XenBug(`ISA line ${picLine} goes up in a domain without 8259s`);
  }
}

export const gsiOfPin = (device: number, pin: number): number =>
  ((4 * device + (device >>> 3) + pin) & 31) + FIRST_PCI_GSI;

export const linkOfPin = (device: number, pin: number): number => (device + pin) & 3;

/** The timer's line is wired to pin 2, where the cascade would be. */
export const gsiOfIsa = (line: number): number => (line === 0 ? CASCADE_LINE : line);
