/** Tells what became of a hypercall as Xen does to whoever called it by number: in the caller's own buffers. */

import { ERRNO } from '../hypervisor/index.js';
import type { CStruct } from './c-struct.js';
import type { Buffer, SecondBuffer } from './second-buffer.js';
import type { Answer, Teller } from './teller.js';

export interface Place {
  readonly layout: CStruct;
  /** Where the struct begins. */
  readonly view: DataView;
  readonly base: number;
  readonly other?: { readonly is: SecondBuffer; readonly buffer: Buffer } | undefined;
  /** The fields of the struct with which a call goes on that has stopped. */
  readonly continuation?: readonly string[] | undefined;
  /** Told of what is left then. */
  readonly goesOn?: (rest: Answer) => void;
}

/** What it returns is told, the rest is written. */
export class InMemory implements Teller<number> {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  nothingDone(): number {
    return 0;
  }

  done(response: Answer): number {
    const { layout, view, base, other } = this.#place;
    other?.is.store(other.buffer, response);
    layout.store(view, base, response);
    return 0;
  }

  stopped(rest: Answer): number {
    const { layout, view, base, continuation = [], goesOn } = this.#place;
    layout.rewrite(view, base, rest, continuation);
    goesOn?.(rest);
    return -ERRNO.ERESTART;
  }
}
