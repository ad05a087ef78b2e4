/** Texts by number, for records that have room for numbers only: those that a record still says, at most the latest. */

export class RecordTexts {
  readonly #most: number;
  /** Each in the place of the one that is `most` older. */
  readonly #texts: (string | undefined)[] = [];
  #count = 0;
  /** Those with lower numbers are forgotten. */
  #first = 1;

  /** `most`: how many are kept at once. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Its number, from 1 on. */
  add(text: string): number {
    const number = ++this.#count;
    this.forgetBelow(number - this.#most + 1);
    this.#texts[number % this.#most] = text;
    return number;
  }

  /** Undefined for none, and for one that is forgotten. */
  get(number: number): string | undefined {
    return number >= this.#first && number <= this.#count
      ? this.#texts[number % this.#most]
      : undefined;
  }

  /** No record that is still there says a text with a lower number. */
  forgetBelow(number: number): void {
    while (this.#first < number) this.#texts[this.#first++ % this.#most] = undefined;
  }
}
