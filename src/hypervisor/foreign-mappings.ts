/**
 * Pages of a domain that others have mapped. Each mapping holds a reference to its frames: they stay what
 * they are while the domain gives them back, and a dying domain is not gone before the last is let go of.
 *
 * Reference: xen/common/domain.c, domain_kill(), put_domain(); xen/arch/x86/mm.c, get_page_from_l1e().
 */

import type { MachineMemory } from './machine-memory.js';

export interface ForeignMapping {
  /** The domain that has them mapped. */
  readonly by: number;
  readonly frames: readonly number[];
  /** Whether they are the domain's own, and count as its pages: frames of Xen's do not. */
  readonly areOwn: boolean;
}

export class ForeignMappings {
  readonly #machine: MachineMemory;
  readonly #mappings = new Map<number, ForeignMapping>();
  #lastId = 0;

  constructor(machine: MachineMemory) {
    this.#machine = machine;
  }

  get isEmpty(): boolean {
    return this.#mappings.size === 0;
  }

  /** The domain's own frames that somebody holds. */
  get ownPages(): number {
    const frames = new Set<number>();
    for (const { frames: held, areOwn } of this.#mappings.values())
      if (areOwn) for (const mfn of held) frames.add(mfn);
    return frames.size;
  }

  /** Its id: they are counted from 1. */
  add(mapping: ForeignMapping): number {
    for (const mfn of mapping.frames) this.#machine.hold(mfn);
    const id = ++this.#lastId;
    this.#mappings.set(id, mapping);
    return id;
  }

  /** Every one, by id. */
  get all(): ReadonlyMap<number, ForeignMapping> {
    return this.#mappings;
  }

  find(id: number): ForeignMapping | undefined {
    return this.#mappings.get(id);
  }

  /** The frames are let go of; false: there is no such mapping. */
  remove(id: number): boolean {
    const mapping = this.#mappings.get(id);
    if (mapping === undefined) return false;
    this.#mappings.delete(id);
    for (const mfn of mapping.frames) this.#machine.letGo(mfn);
    return true;
  }

  /** A domain that had some mapped is gone. */
  removeAllBy(domid: number): void {
    for (const [id, { by }] of this.#mappings) if (by === domid) this.remove(id);
  }

  /** All that it holds, as plain data: `restore` makes another like it, whose frames are held already. */
  save() {
    return {
      last: this.#lastId,
      mappings: [...this.#mappings].map(([id, mapping]) => ({
        id,
        ...mapping,
        frames: [...mapping.frames],
      })),
    };
  }

  restore({ last, mappings }: ReturnType<ForeignMappings['save']>): void {
    this.#lastId = last;
    for (const { id, ...mapping } of mappings) this.#mappings.set(id, mapping);
  }
}
