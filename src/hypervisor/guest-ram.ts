/** A guest's memory as somebody outside has it mapped: whole pages by gfn, whatever the guest may do to them. */

import { XenError } from './abi/errno.js';
import { gfnOf, hex, INVALID_MFN, PAGE_SIZE, pageOffset, type Gpa } from './abi/frames.js';
import { isRam } from './abi/p2m-type.js';
import type { MachineMemory } from './machine-memory.js';
import type { P2m } from './p2m/p2m.js';

export class GuestRam {
  readonly #p2m: P2m;
  readonly #machine: MachineMemory;

  constructor(p2m: P2m, machine: MachineMemory) {
    this.#p2m = p2m;
    this.#machine = machine;
  }

  read(gpa: Gpa, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (const { mfn, offset, from, to } of this.#pieces(gpa, length)) {
      const page = this.#machine.page(mfn);
      if (page !== undefined) bytes.set(page.subarray(offset, offset + to - from), from);
    }
    return bytes;
  }

  /** Either all of it is written, or nothing. */
  write(gpa: Gpa, bytes: Uint8Array): void {
    for (const { mfn, offset, from, to } of this.#pieces(gpa, bytes.length))
      this.#machine.writablePage(mfn).set(bytes.subarray(from, to), offset);
  }

  /** EINVAL where there is no RAM to be mapped; memory that is populated on demand is populated. */
  frameBehind(gfn: number): number {
    const { type, mfn } = this.#p2m.acquire(gfn);
    if (mfn === INVALID_MFN || !isRam(type))
      throw new XenError('EINVAL', `gfn ${hex(gfn)} is no RAM`);
    return mfn;
  }

  #pieces(gpa: Gpa, length: number): Piece[] {
    const pieces: Piece[] = [];
    for (let from = 0; from < length;) {
      const address = (gpa + from) as Gpa;
      const offset = pageOffset(address);
      const to = Math.min(length, from + PAGE_SIZE - offset);
      pieces.push({ mfn: this.frameBehind(gfnOf(address)), offset, from, to });
      from = to;
    }
    return pieces;
  }
}

/** Bytes `from`..`to` of a transfer, in one page. */
interface Piece {
  readonly mfn: number;
  readonly offset: number;
  readonly from: number;
  readonly to: number;
}
