/** A set of gfns as a bitmap, in pieces of 32768 gfns that exist once a gfn of theirs is set. */

const GFNS_PER_PIECE = 32768;

export class PageBitmap {
  readonly #pieces = new Map<number, Uint32Array>();
  #count = 0;

  /** Gfns that were set since the bitmap was last cleared, be it in part. */
  get count(): number {
    return this.#count;
  }

  set(gfn: number): void {
    const number = Math.floor(gfn / GFNS_PER_PIECE);
    let piece = this.#pieces.get(number);
    if (piece === undefined) {
      piece = new Uint32Array(GFNS_PER_PIECE / 32);
      this.#pieces.set(number, piece);
    }
    const bit = gfn % GFNS_PER_PIECE;
    const word = piece[bit >>> 5]!;
    const mask = 1 << (bit & 31);
    if ((word & mask) !== 0) return;
    piece[bit >>> 5] = word | mask;
    this.#count++;
  }

  has(gfn: number): boolean {
    const bit = gfn % GFNS_PER_PIECE;
    const piece = this.#pieces.get(Math.floor(gfn / GFNS_PER_PIECE));
    return piece !== undefined && ((piece[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  }

  /** The first `nr` gfns, eight a byte, the lowest in bit 0. */
  bytes(nr: number): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(nr / 8));
    for (const [number, piece] of this.#pieces) {
      const at = (number * GFNS_PER_PIECE) / 8;
      const room = Math.max(0, bytes.length - at);
      bytes.set(new Uint8Array(piece.buffer).subarray(0, room), Math.min(at, bytes.length));
    }
    const spare = nr % 8;
    if (spare !== 0) bytes[bytes.length - 1]! &= (1 << spare) - 1;
    return bytes;
  }

  save() {
    const pieces = [...this.#pieces].toSorted(([a], [b]) => a - b);
    return {
      pieces: pieces.map(([number, { buffer }]) => ({ number, bits: new Uint8Array(buffer) })),
      count: this.#count,
    };
  }

  restore({ pieces, count }: ReturnType<PageBitmap['save']>): void {
    for (const { number, bits } of pieces)
      this.#pieces.set(number, new Uint32Array(bits.slice().buffer));
    this.#count = count;
  }

  /** Clear all pieces that hold one of the first `nr` gfns. */
  clear(nr = Infinity): void {
    for (const number of [...this.#pieces.keys()])
      if (number * GFNS_PER_PIECE < nr) this.#pieces.delete(number);
    this.#count = 0;
  }
}
