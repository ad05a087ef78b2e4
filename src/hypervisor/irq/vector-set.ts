/** A set of interrupt vectors as a local APIC keeps it: 256 bits, of which guests read 32 at a time. */

export class VectorSet {
  readonly #words = new Uint32Array(8);

  has(vector: number): boolean {
    return (this.word(vector >>> 5) & bitOf(vector)) !== 0;
  }

  add(vector: number): void {
    this.#words[vector >>> 5] = this.word(vector >>> 5) | bitOf(vector);
  }

  delete(vector: number): void {
    this.#words[vector >>> 5] = this.word(vector >>> 5) & ~bitOf(vector);
  }

  clear(): void {
    this.#words.fill(0);
  }

  /** Bits `32 * index` and up. */
  word(index: number): number {
    return this.#words[index]!;
  }

  save(): number[] {
    return [...this.#words];
  }

  restore(words: readonly number[]): void {
    this.#words.set(words);
  }

  /** The vector of the highest priority. */
  get highest(): number | undefined {
    for (let index = 7; index >= 0; index--) {
      const word = this.word(index);
      if (word !== 0) return 32 * index + 31 - Math.clz32(word);
    }
    return undefined;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (let vector = 0; vector < 256; vector++) if (this.has(vector)) yield vector;
  }
}

const bitOf = (vector: number): number => 1 << (vector & 31);
