/** Texts by number, the latest of them: for records that have room for numbers only. */

export class TextRing {
  readonly #size: number;
  readonly #texts: string[] = [];
  #count = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** Its number, from 1 on. */
  add(text: string): number {
    this.#texts[this.#count % this.#size] = text;
    return ++this.#count;
  }

  /** Undefined for none, and for one that had to make room. */
  get(number: number): string | undefined {
    if (number < 1 || number > this.#count || number <= this.#count - this.#size) return undefined;
    return this.#texts[(number - 1) % this.#size];
  }
}
