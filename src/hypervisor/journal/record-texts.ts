/** Texts by number, for records that have room for numbers only: those that a record still says, at most the latest. */

export class RecordTexts {
  readonly #most: number;
  readonly #texts = new Map<number, string>();
  #count = 0;
  /** Those with lower numbers are forgotten. */
  #first = 1;

  /** `most`: how many are kept at once. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Its number, from 1 on. */
  add(text: string): number {
    this.#texts.set(++this.#count, text);
    this.forgetBelow(this.#count - this.#most + 1);
    return this.#count;
  }

  /** Undefined for none, and for one that is forgotten. */
  get(number: number): string | undefined {
    return this.#texts.get(number);
  }

  /** No record that is still there says a text with a lower number. */
  forgetBelow(number: number): void {
    while (this.#first < number) this.#texts.delete(this.#first++);
  }
}
