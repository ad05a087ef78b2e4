/** A set of gfns as a bitmap, in pieces of 32768 gfns that exist once a gfn of theirs is set. */

const GFNS_PER_PIECE = 32768;

export class PageBitmap {
  readonly #pieces = new Map<number, Uint32Array>();

  set(gfn: number): void {
    const number = Math.floor(gfn / GFNS_PER_PIECE);
    let piece = this.#pieces.get(number);
    if (piece === undefined) {
      piece = new Uint32Array(GFNS_PER_PIECE / 32);
      this.#pieces.set(number, piece);
    }
    const bit = gfn % GFNS_PER_PIECE;
    piece[bit >>> 5]! |= 1 << (bit & 31);
  }

  has(gfn: number): boolean {
    const bit = gfn % GFNS_PER_PIECE;
    const piece = this.#pieces.get(Math.floor(gfn / GFNS_PER_PIECE));
    return piece !== undefined && ((piece[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
  }

  clear(): void {
    this.#pieces.clear();
  }
}
