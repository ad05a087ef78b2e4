/** Tells what became of a hypercall as Xen does to whoever called it by number: in the caller's own buffers. */

import { ERRNO } from '../../hypervisor/index.js';
import type { CStruct } from '../wire/c-struct.js';
import type { Buffer, SecondBuffer } from '../definition/second-buffer.js';
import type { Answer, Teller } from '../definition/teller.js';

export interface Place {
  readonly layout: CStruct;
  /** Where the struct begins. */
  readonly view: DataView;
  readonly base: number;
  readonly other?: { readonly is: SecondBuffer; readonly buffer: Buffer } | undefined;
  /** The fields of the struct with which a call goes on that has stopped. */
  readonly continuation?: readonly string[] | undefined;
  /** Told of what is left then. */
  readonly goesOn?: ((rest: Answer) => void) | undefined;
}

/** What it returns is told, the rest is written. */
export class InMemory implements Teller<number>, Place {
  readonly layout: CStruct;
  readonly view: DataView;
  readonly base: number;
  readonly other: Place['other'];
  readonly continuation: Place['continuation'];
  readonly goesOn: Place['goesOn'];

  constructor({ layout, view, base, other, continuation, goesOn }: Place) {
    this.layout = layout;
    this.view = view;
    this.base = base;
    this.other = other;
    this.continuation = continuation;
    this.goesOn = goesOn;
  }

  nothingDone(): number {
    return 0;
  }

  done(response: Answer): number {
    this.other?.is.store(this.other.buffer, response);
    this.layout.store(this.view, this.base, response);
    return 0;
  }

  stopped(rest: Answer): number {
    this.layout.rewrite(this.view, this.base, rest, this.continuation ?? []);
    this.goesOn?.(rest);
    return -ERRNO.ERESTART;
  }
}
