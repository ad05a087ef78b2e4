/** What the recordings call the ioreq servers of a domain: A, B, … in the order of their creation. */

const LETTER_A = 'A'.charCodeAt(0);

interface Named {
  readonly letter: string;
  readonly isBuffering: boolean;
}

export class ServerNames {
  /** A name stays when its server goes, until another gets the id. */
  readonly #byId = new Map<number, Named>();
  #created = 0;

  add(id: number, isBuffering: boolean): void {
    const letter = String.fromCharCode(LETTER_A + this.#created++);
    this.#byId.set(id, { letter, isBuffering });
  }

  letterOf(id: number): string {
    return this.#byId.get(id)?.letter ?? '?';
  }

  idOf(letter: string): number {
    for (const [id, named] of this.#byId) if (named.letter === letter) return id;
    throw new Error(`no server is called ${letter}`);
  }

  /** Ids of those that have a buffered ring, the oldest first. */
  get buffering(): number[] {
    return [...this.#byId]
      .filter(([, { isBuffering }]) => isBuffering)
      .toSorted(([, a], [, b]) => (a.letter < b.letter ? -1 : 1))
      .map(([id]) => id);
  }
}
